import type { Socket } from "./socket.ts";

/** After so many bytes sent to whomever, what waits unsent is added up: a look at all connections. */
const LOOK_BYTES = 2 ** 23;

type Holder = Pick<Socket, "bufferedBytes" | "terminate">;

/**
 * The replies of all connections that wait because their clients do not read them. Each connection
 * stops at its own bound, but thousands at theirs would fill the memory: beyond a bound for all, those
 * with the most end first.
 */
export class UnsentReplies {
  readonly #maxBytes: number;
  readonly #onCutOff: () => void;
  readonly #holders = new Set<Holder>();
  #bytesSinceLook = 0;

  constructor(maxBytes: number, onCutOff: () => void = () => {}) {
    this.#maxBytes = maxBytes;
    this.#onCutOff = onCutOff;
  }

  add(holder: Holder): void {
    this.#holders.add(holder);
  }

  delete(holder: Holder): void {
    this.#holders.delete(holder);
  }

  /** Takes note of a reply that was sent to one of them. */
  note(bytes: number): void {
    this.#bytesSinceLook += bytes;
    if (this.#bytesSinceLook < LOOK_BYTES) return;
    this.#bytesSinceLook = 0;
    let unsent = 0;
    for (const { bufferedBytes } of this.#holders) unsent += bufferedBytes;
    if (unsent > this.#maxBytes) this.#cutOff(unsent);
  }

  #cutOff(unsent: number): void {
    const byAmount = [...this.#holders]
      .map((holder) => ({ holder, bytes: holder.bufferedBytes }))
      .sort((a, b) => b.bytes - a.bytes);
    let left = unsent;
    for (const { holder, bytes } of byAmount) {
      if (left <= this.#maxBytes) break;
      left -= bytes;
      this.#holders.delete(holder);
      this.#onCutOff();
      holder.terminate();
    }
  }
}
