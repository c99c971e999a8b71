import { ConnectionError, InvalidRequestError } from "./errors.ts";
import type { Socket, SocketListener, SocketOptions } from "./socket.ts";

/** What is used of a browser's WebSocket; it sends no headers and no pings of a page's own. */
interface BrowserSocket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(data: string): void;
  close(code?: number): void;
}

declare const WebSocket: new (url: string) => BrowserSocket;

/* The browser's WebSocket: package.json puts this in open-socket.ts's place in bundles. */

export function openSocket(
  url: string,
  { headers, connectTimeoutMs }: SocketOptions,
  listener: SocketListener,
): Socket {
  if (Object.keys(headers).length > 0) {
    throw new InvalidRequestError("a browser's WebSocket sends no headers, and so no apiKey");
  }
  const socket = new WebSocket(url);
  let state: "opening" | "open" | "ended" = "opening";
  const end = (code: number, reason: string) => {
    clearTimeout(timer);
    const before = state;
    state = "ended";
    if (before === "open") listener.closed({ code, reason });
    // A page is not told why.
    if (before === "opening") {
      listener.failed(new ConnectionError("UNREACHABLE", `${url} opens no WebSocket (${reason})`));
    }
  };
  const timer = setTimeout(() => {
    end(1006, "not in time");
    socket.close();
  }, connectTimeoutMs);
  socket.onopen = () => {
    if (state !== "opening") return;
    clearTimeout(timer);
    state = "open";
    listener.opened();
  };
  socket.onmessage = ({ data }) => {
    if (state === "open") listener.received(typeof data === "string" ? data : new Uint8Array());
  };
  socket.onclose = ({ code, reason }) => end(code, reason || "the connection failed");
  return {
    send: (frame) => socket.send(frame as string),
    close: () => socket.close(1000),
    terminate: () => {
      socket.close();
      // It may wait a minute for a server that is dead.
      setTimeout(() => end(1006, "ended here"), 0);
    },
  };
}
