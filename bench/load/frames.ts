import { randomBytes } from "node:crypto";

/** A client's WebSocket frame, masked as the protocol asks: text for a string, else binary. */
export function toClientFrame(message: string | Buffer): Buffer {
  const payload = Buffer.from(message as string);
  const head = toHead(typeof message === "string" ? 0x1 : 0x2, payload.length);
  const mask = randomBytes(4);
  for (let index = 0; index < payload.length; index++) payload[index] ^= mask[index & 3];
  return Buffer.concat([head, mask, payload]);
}

const FINAL = 0x80;
const MASKED = 0x80;

function toHead(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.of(FINAL | opcode, MASKED | length);
  if (length < 2 ** 16) {
    const head = Buffer.of(FINAL | opcode, MASKED | 126, 0, 0);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head[0] = FINAL | opcode;
  head[1] = MASKED | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** What a reader of frames is told of each frame. */
export type OnFrame = (payload: Buffer | null, length: number) => void;

/**
 * Finds the frames in a server's bytes, which are not masked. It jumps from head to head, so that
 * counting frames costs next to nothing; payloads are copied only where they are wanted.
 */
export class FrameReader {
  readonly #onFrame: OnFrame;
  /** Whether payloads are wanted. */
  keepsPayloads = true;
  #head = Buffer.alloc(10);
  #headLength = 0;
  /** Payload length of the frame at hand, and how much of it has not come; −1 in a head. */
  #length = 0;
  #missing = -1;
  #parts: Buffer[] = [];

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  read(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#missing === -1) {
        this.#head[this.#headLength++] = chunk[at++];
        this.#readHead();
      } else {
        const taken = Math.min(this.#missing, chunk.length - at);
        if (this.keepsPayloads) this.#parts.push(Buffer.from(chunk.subarray(at, at + taken)));
        at += taken;
        this.#missing -= taken;
      }
      if (this.#missing === 0) this.#endFrame();
    }
  }

  #readHead(): void {
    const length = this.#head[1];
    const needed = this.#headLength < 2 || length < 126 ? 2 : length === 126 ? 4 : 10;
    if (this.#headLength < needed) return;
    if (needed === 2) this.#length = length;
    else if (needed === 4) this.#length = this.#head.readUInt16BE(2);
    else this.#length = Number(this.#head.readBigUInt64BE(2));
    this.#missing = this.#length;
    this.#headLength = 0;
  }

  #endFrame(): void {
    const payload = this.keepsPayloads ? join(this.#parts) : null;
    this.#parts = [];
    this.#missing = -1;
    // Pings want no answer of a load.
    if ((this.#head[0] & 0x08) !== 0) return;
    this.#onFrame(payload, this.#length);
  }
}

/** Most payloads come whole: they are not copied again. */
function join(parts: readonly Buffer[]): Buffer {
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}
