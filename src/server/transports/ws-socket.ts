import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import type { Socket, SocketListener } from "../sockets/socket.ts";

/** After this long without the peer's part of a closing handshake, the connection is ended. */
const CLOSE_TIMEOUT_MS = 5_000;

/** A peer that vanishes without a word is found by TCP keep-alive. */
const KEEP_ALIVE_DELAY_MS = 60_000;

/** The `ws` library behind the seam; `stream` is the TCP connection below it. */
export function toSocket(ws: WebSocket, stream: Duplex, listener: SocketListener): Socket {
  let isCorked = false;
  let closeTimer: NodeJS.Timeout | undefined;
  if ("setKeepAlive" in stream && typeof stream.setKeepAlive === "function") {
    stream.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
  }
  ws.on("message", (data: RawData, isBinary: boolean) =>
    listener.message(data as Buffer, isBinary),
  );
  ws.on("close", () => {
    clearTimeout(closeTimer);
    listener.close();
  });
  // A protocol error of the peer; `ws` sends the close code and closes.
  ws.on("error", () => {});
  stream.on("drain", () => listener.drain());

  const uncork = () => {
    isCorked = false;
    stream.uncork();
  };
  return {
    get bufferedBytes() {
      return ws.bufferedAmount;
    },
    send(frame) {
      // The replies of one turn leave in one write: a system call costs more than an encoding.
      if (!isCorked) {
        isCorked = true;
        stream.cork();
        process.nextTick(uncork);
      }
      // Encoded here: `ws` takes longer to send a string than a buffer.
      if (typeof frame === "string") ws.send(Buffer.from(frame), { binary: false });
      else ws.send(frame);
    },
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close(code, reason) {
      ws.close(code, reason);
      closeTimer ??= setTimeout(() => ws.terminate(), CLOSE_TIMEOUT_MS);
    },
    terminate: () => ws.terminate(),
  };
}
