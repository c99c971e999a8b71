import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** A longer reply is not copied behind its header. */
const MAX_COPIED_BYTES = 64 * 1024;

/** Opcodes of RFC 6455, section 5.2, in a frame that is a whole message. */
const TEXT = 0x81;
const BINARY = 0x82;

/**
 * Sends replies of a session: what one turn brings leaves in one piece. The library would write
 * each in two parts, header and payload, and a vectored write costs as much as decoding a request.
 * Its own frames (pongs, the closing one) may stand between these: both write to the stream at once.
 */
export class ReplyWriter {
  readonly #ws: WebSocket;
  readonly #stream: Duplex;
  #frames: Buffer[] = [];
  #bytes = 0;
  /** Whoever has announced a turn ends it; else the turn ends by itself. */
  #isTurn = false;
  readonly #flush = () => this.endTurn();

  constructor(ws: WebSocket, stream: Duplex) {
    this.#ws = ws;
    this.#stream = stream;
  }

  /** Bytes of replies that have not been handed to the system. */
  get bufferedBytes(): number {
    return this.#bytes + this.#ws.bufferedAmount;
  }

  /** What is sent until `endTurn` leaves then. */
  beginTurn(): void {
    this.#isTurn = true;
  }

  send(reply: string | Buffer): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    if (reply.length > MAX_COPIED_BYTES) {
      this.endTurn();
      // Encoded here: the library takes longer to send a string than a buffer.
      const payload = typeof reply === "string" ? Buffer.from(reply) : reply;
      this.#ws.send(payload, { binary: typeof reply !== "string" });
      return;
    }
    const frame = toFrame(reply);
    if (!this.#isTurn && this.#frames.length === 0) process.nextTick(this.#flush);
    this.#frames.push(frame);
    this.#bytes += frame.length;
  }

  endTurn(): void {
    this.#isTurn = false;
    const frames = this.#frames;
    if (frames.length === 0) return;
    const bytes = this.#bytes;
    this.#frames = [];
    this.#bytes = 0;
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    this.#stream.write(frames.length === 1 ? frames[0] : Buffer.concat(frames, bytes));
  }
}

/** A reply as one frame, which no server masks. */
function toFrame(reply: string | Buffer): Buffer {
  const isText = typeof reply === "string";
  const length = isText ? Buffer.byteLength(reply) : reply.length;
  const start = length < 126 ? 2 : length < 2 ** 16 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = isText ? TEXT : BINARY;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(length, 6);
  }
  if (isText) frame.write(reply, start);
  else reply.copy(frame, start);
  return frame;
}
