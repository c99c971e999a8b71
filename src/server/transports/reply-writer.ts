import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

type Reply = string | Buffer;

/** A reply of more characters or bytes is not copied behind its header. */
const MAX_COPIED = 64 * 1024;

/** The header of a long frame, and the most bytes that a UTF-16 code unit becomes. */
const MAX_HEADER = 10;
const MAX_UTF8 = 3;

/** Where frames are put together: to ask how long a text will be costs as much as to encode it. */
const scratch = Buffer.allocUnsafe(4 * MAX_COPIED);

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
  #replies: Reply[] = [];
  /** Of these replies: no more than the bytes they will take. */
  #characters = 0;
  /** Whoever has announced a turn ends it; else the turn ends by itself. */
  #isTurn = false;
  readonly #flush = () => this.endTurn();

  constructor(ws: WebSocket, stream: Duplex) {
    this.#ws = ws;
    this.#stream = stream;
  }

  /** Bytes of replies that have not been handed to the system. */
  get bufferedBytes(): number {
    return this.#characters + this.#ws.bufferedAmount;
  }

  /** What is sent until `endTurn` leaves then. */
  beginTurn(): void {
    this.#isTurn = true;
  }

  send(reply: Reply): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    if (reply.length > MAX_COPIED) {
      this.endTurn();
      // Encoded here: the library takes longer to send a string than a buffer.
      const payload = typeof reply === "string" ? Buffer.from(reply) : reply;
      this.#ws.send(payload, { binary: typeof reply !== "string" });
      return;
    }
    if (!this.#isTurn && this.#replies.length === 0) process.nextTick(this.#flush);
    this.#replies.push(reply);
    this.#characters += reply.length;
  }

  endTurn(): void {
    this.#isTurn = false;
    if (this.#replies.length === 0) return;
    let end = 0;
    for (const reply of this.#replies) {
      if (end + MAX_HEADER + MAX_UTF8 * reply.length > scratch.length) end = this.#write(end);
      end = writeFrame(end, reply);
    }
    this.#write(end);
    this.#replies = [];
    this.#characters = 0;
  }

  /** Hands on the frames up to there; gives where the next ones begin. */
  #write(end: number): number {
    if (this.#ws.readyState === this.#ws.OPEN)
      this.#stream.write(Buffer.from(scratch.subarray(0, end)));
    return 0;
  }
}

/** Writes a reply as one frame, which no server masks; gives where it ends. */
function writeFrame(at: number, reply: Reply): number {
  const isText = typeof reply === "string";
  // Most replies have a header of four bytes. How many bytes a text takes is known once it is written.
  const length = isText ? scratch.write(reply, at + 4) : reply.copy(scratch, at + 4);
  const header = length < 126 ? 2 : length < 2 ** 16 ? 4 : MAX_HEADER;
  if (header !== 4) scratch.copyWithin(at + header, at + 4, at + 4 + length);
  scratch[at] = isText ? TEXT : BINARY;
  if (header === 2) scratch[at + 1] = length;
  else if (header === 4) {
    scratch[at + 1] = 126;
    scratch.writeUInt16BE(length, at + 2);
  } else {
    scratch[at + 1] = 127;
    scratch.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + header + length;
}
