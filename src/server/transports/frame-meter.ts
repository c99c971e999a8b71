/** Opcodes from here on are of control frames, which may stand within a message (RFC 6455, 5.5). */
const CONTROL = 0x8;

/**
 * Reads along with a peer's bytes, frame headers only, and so knows how much of a message has come
 * whose end has not: `ws` tells of messages when they are complete.
 */
export class FrameMeter {
  readonly #header = Buffer.alloc(14);
  #headerBytes = 0;
  #payloadLeft = 0;
  /** Bytes of the control frame that is under way, which are no part of the message. */
  #controlBytes = 0;
  #unfinished = 0;

  /** Bytes that have come of the message that is not complete; 0 between messages. */
  get unfinishedBytes(): number {
    return this.#unfinished;
  }

  read(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#payloadLeft === 0) {
        this.#header[this.#headerBytes++] = chunk[at++];
        this.#count(1);
        if (this.#headerBytes === this.#headerLength) this.#beginPayload();
      } else {
        const taken = Math.min(this.#payloadLeft, chunk.length - at);
        at += taken;
        this.#payloadLeft -= taken;
        this.#count(taken);
        if (this.#payloadLeft === 0) this.#endFrame();
      }
    }
  }

  get #isControl(): boolean {
    return (this.#header[0] & 0x0f) >= CONTROL;
  }

  #count(bytes: number): void {
    this.#unfinished += bytes;
    if (this.#isControl) this.#controlBytes += bytes;
  }

  /** Two bytes, then an extended length of 0, 2 or 8, then a mask of 0 or 4. */
  get #headerLength(): number {
    if (this.#headerBytes < 2) return 2;
    const length = this.#header[1] & 0x7f;
    const extended = length === 127 ? 8 : length === 126 ? 2 : 0;
    return 2 + extended + (this.#header[1] & 0x80 ? 4 : 0);
  }

  #beginPayload(): void {
    const length = this.#header[1] & 0x7f;
    this.#headerBytes = 0;
    this.#payloadLeft =
      length === 127
        ? this.#header.readUInt32BE(2) * 2 ** 32 + this.#header.readUInt32BE(6)
        : length === 126
          ? this.#header.readUInt16BE(2)
          : length;
    if (this.#payloadLeft === 0) this.#endFrame();
  }

  #endFrame(): void {
    const isFinal = (this.#header[0] & 0x80) !== 0;
    if (this.#isControl) this.#unfinished -= this.#controlBytes;
    else if (isFinal) this.#unfinished = 0;
    this.#controlBytes = 0;
  }
}
