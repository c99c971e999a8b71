import { shorten } from "../../wording.ts";

/** After a first start that failed the next one may come soon, then later each time, in milliseconds. */
const FIRST_PAUSE_MS = 100;
const PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;

/** After so many starts in a row that failed, no worker can be had. */
const MAX_FAILED = 3;

/** When workers may start, by how the last starts went. */
export class Starts {
  readonly #retry: () => void;
  #timer: NodeJS.Timeout | undefined;
  #failed = 0;
  #next = 0;
  #reason = "";

  /** @param retry called when the next start may be tried after one that failed */
  constructor(retry: () => void) {
    this.#retry = retry;
  }

  get isDue(): boolean {
    return performance.now() >= this.#next;
  }

  /** Why no worker can be had; null where the next start may well succeed. */
  get obstacle(): string | null {
    return this.#failed >= MAX_FAILED ? this.#reason : null;
  }

  noteSuccess(): void {
    this.#failed = 0;
  }

  noteFailure(reason: string): void {
    this.#reason = shorten(reason);
    const pause = this.#failed === 0 ? FIRST_PAUSE_MS : PAUSE_MS * 2 ** (this.#failed - 1);
    this.#failed++;
    this.#wait(Math.min(MAX_PAUSE_MS, pause));
  }

  /** Ends what waits for the next try. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    this.#next = performance.now() + milliseconds;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#retry, milliseconds + 1).unref();
  }
}
