import type { Logger } from "../log.ts";

/** Lines of one kind are at least so far apart. */
const PAUSE_MS = 10_000;

/**
 * Lines that may come by the thousand, when everyone is refused or a network fails: of each kind one
 * at once, and then one every ten seconds with how many there were meanwhile.
 */
export class Notices {
  readonly #log: Pick<Logger, "info">;
  /** By kind, how many were not told yet. */
  readonly #untold = new Map<string, number>();

  constructor(log: Pick<Logger, "info">) {
    this.#log = log;
  }

  /** @param cause one of a few: each has lines of its own */
  note(message: string, cause: string): void {
    const kind = `${message}: ${cause}`;
    const untold = this.#untold.get(kind);
    if (untold === undefined) this.#tell(kind, message, cause, 1);
    else this.#untold.set(kind, untold + 1);
  }

  #tell(kind: string, message: string, cause: string, count: number): void {
    this.#log.info({ cause, count }, message);
    this.#untold.set(kind, 0);
    const timer = setTimeout(() => {
      const untold = this.#untold.get(kind) ?? 0;
      if (untold > 0) this.#tell(kind, message, cause, untold);
      else this.#untold.delete(kind);
    }, PAUSE_MS);
    timer.unref();
  }
}
