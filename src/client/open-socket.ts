import type { IncomingMessage } from "node:http";
import { type RawData, WebSocket } from "ws";
import { ConnectionError, InvalidRequestError, messageOf, RlveGymError } from "./errors.ts";
import type { Socket, SocketListener, SocketOptions } from "./socket.ts";
import { LONGEST_MS } from "./timer.ts";

/* Node's WebSocket. In a bundle for browsers open-socket-browser.ts stands in its place. */

const TEMPORARY_STATUSES = new Set([429, 502, 503, 504]);

export function openSocket(
  url: string,
  { headers, connectTimeoutMs, pingIntervalMs }: SocketOptions,
  listener: SocketListener,
): Socket {
  const socket = createSocket(url, headers, connectTimeoutMs);
  let why: Error | null = null;
  let isOpen = false;
  socket.on("unexpected-response", (_request, { statusCode = 0 }: IncomingMessage) => {
    why = toStatusError(url, statusCode);
    socket.terminate();
  });
  socket.on("error", (error) => {
    why ??= isOpen ? error : toConnectError(url, error);
  });
  socket.on("open", () => {
    isOpen = true;
    keepAlive(socket, pingIntervalMs);
    listener.opened();
  });
  socket.on("message", (data: RawData, isBinary) => {
    listener.received(isBinary ? (data as Buffer) : data.toString());
  });
  socket.on("close", (code, reason) => {
    if (isOpen) listener.closed({ code, reason: reason.toString() || (why?.message ?? "") });
    else listener.failed(why ?? toConnectError(url, new Error("it was given up")));
  });
  return {
    send: (frame) => socket.send(frame, () => {}),
    close: () => socket.close(1000),
    terminate: () => socket.terminate(),
  };
}

/** @throws InvalidRequestError for headers that HTTP does not know */
function createSocket(
  url: string,
  headers: SocketOptions["headers"],
  timeoutMs: number,
): WebSocket {
  try {
    return new WebSocket(url, {
      handshakeTimeout: timeoutMs,
      perMessageDeflate: false,
      maxPayload: 0,
      headers: { ...headers },
    });
  } catch (error) {
    throw new InvalidRequestError(
      `A connection with these headers cannot be asked for: ${messageOf(error)}`,
    );
  }
}

/** Pings; ends a connection on which a whole interval brought nothing after a ping. */
function keepAlive(socket: WebSocket, intervalMs: number): void {
  if (intervalMs > LONGEST_MS) return;
  let isAlive = true;
  const live = () => {
    isAlive = true;
  };
  socket.on("message", live);
  socket.on("pong", live);
  const timer = setInterval(() => {
    // After a long computation of this process what has come meanwhile is read first.
    setImmediate(() => {
      if (isAlive) socket.ping(undefined, undefined, () => {});
      else socket.terminate();
      isAlive = false;
    });
  }, intervalMs);
  timer.unref();
  socket.on("close", () => clearInterval(timer));
}

function toStatusError(url: string, status: number): Error {
  if (status === 401 || status === 403) {
    return new RlveGymError({
      code: "UNAUTHORIZED",
      message: `${url} refuses the connection with HTTP ${status}. Give apiKey, or the headers that a proxy before the server wants`,
    });
  }
  if (TEMPORARY_STATUSES.has(status)) {
    return new ConnectionError(
      "UNREACHABLE",
      `${url} answers HTTP ${status}: the server is starting, draining or down`,
    );
  }
  return new ConnectionError(
    "WRONG_SERVER",
    `${url} answers HTTP ${status} instead of opening a WebSocket. Check the address: an RLVE-Gym server opens one at /ws`,
  );
}

/** What the operating system says may pass; so may an end of the connection within its opening. */
function toConnectError(url: string, error: Error & { code?: string; syscall?: string }): Error {
  const { code = "", syscall, message } = error;
  const isOfSystem =
    syscall !== undefined || code === "ECONNRESET" || error instanceof AggregateError;
  const isEnd = code === "HPE_INVALID_EOF_STATE" || message === "Opening handshake has timed out";
  return isOfSystem || isEnd
    ? new ConnectionError("UNREACHABLE", `Nothing answers at ${url} (${message || code})`)
    : new ConnectionError(
        "WRONG_SERVER",
        `cannot connect to ${url}: ${message || code}. Check the address, and that it is an RLVE-Gym server`,
      );
}
