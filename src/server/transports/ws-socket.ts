import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { CLOSE_CODES } from "../sockets/connection.ts";
import type { Socket, SocketListener } from "../sockets/socket.ts";
import type { Intake } from "./intake.ts";
import { ReplyWriter } from "./reply-writer.ts";
import { UnfinishedMessage } from "./unfinished-message.ts";

/** After this long without the peer's part of a closing handshake, the connection is ended. */
const CLOSE_TIMEOUT_MS = 5_000;

/** A peer that does not finish its message is not expected to finish a handshake either. */
const GIVE_UP_MS = 500;

/** A peer that vanishes without a word is found by TCP keep-alive. */
const KEEP_ALIVE_DELAY_MS = 60_000;

/** The `ws` library behind the seam; `stream` is the TCP connection below it. */
export function toSocket(
  ws: WebSocket,
  stream: Duplex,
  listener: SocketListener,
  intake: Intake,
): Socket {
  let isPaused = false;
  let isHeld = false;
  let closeTimer: NodeJS.Timeout | undefined;
  if ("setKeepAlive" in stream && typeof stream.setKeepAlive === "function") {
    stream.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
  }
  const pauseOrResume = () => {
    if (isPaused || isHeld) ws.pause();
    else ws.resume();
  };
  const unfinished = new UnfinishedMessage(intake, {
    get isPaused() {
      return isPaused;
    },
    hold() {
      isHeld = true;
      pauseOrResume();
    },
    release() {
      isHeld = false;
      pauseOrResume();
    },
    giveUp() {
      ws.close(CLOSE_CODES.policy, "the message came too slowly");
      closeTimer ??= setTimeout(() => ws.terminate(), GIVE_UP_MS);
    },
  });
  const writer = new ReplyWriter(ws, stream);
  // The library reads a chunk between these two: all messages of a chunk are answered in one write.
  stream.prependListener("data", () => writer.beginTurn());
  stream.on("data", (chunk: Buffer) => {
    writer.endTurn();
    unfinished.read(chunk);
  });
  ws.on("message", (data: RawData, isBinary: boolean) =>
    listener.message(data as Buffer, isBinary),
  );
  ws.on("close", () => {
    clearTimeout(closeTimer);
    unfinished.end();
    listener.close();
  });
  // A protocol error of the peer; `ws` sends the close code and closes.
  ws.on("error", () => {});
  stream.on("drain", () => listener.drain());

  return {
    get bufferedBytes() {
      return writer.bufferedBytes;
    },
    send: (frame) => writer.send(frame),
    pause() {
      isPaused = true;
      pauseOrResume();
    },
    resume() {
      isPaused = false;
      pauseOrResume();
    },
    close(code, reason) {
      writer.endTurn();
      ws.close(code, reason);
      closeTimer ??= setTimeout(() => ws.terminate(), CLOSE_TIMEOUT_MS);
    },
    terminate: () => ws.terminate(),
  };
}
