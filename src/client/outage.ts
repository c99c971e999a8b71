import { ConnectionError, isTemporary } from "./errors.ts";
import type { SocketEnd } from "./socket.ts";

/** With which a server that stops, restarts or has no room closes a connection. */
const TRY_AGAIN_CODES = new Set([1001, 1012, 1013]);

/** After so many connections in a row that gave no reply, the requests are at fault. */
const LOSSES_WITHOUT_A_REPLY = 10;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 2_000;

/** Since when, and how often, a connection has been tried to be had again. */
export class Outage {
  readonly #timeoutMs: number;
  #deadline: number | null = null;
  #pauseMs = FIRST_PAUSE_MS;
  #losses = 0;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** The server answers: the next outage begins anew. */
  end(): void {
    this.#deadline = null;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#losses = 0;
  }

  /** How many milliseconds to wait before the next try; null where that is no use, or too late. */
  nextPause(error: Error): number | null {
    if (!isTemporary(error) || this.#losses >= LOSSES_WITHOUT_A_REPLY) return null;
    const now = performance.now();
    this.#deadline ??= now + this.#timeoutMs;
    if (now + this.#pauseMs > this.#deadline) return null;
    // Workers that lost the same server do not all come back at the same moment.
    const pause = this.#pauseMs * (0.5 + Math.random() / 2);
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
    return pause;
  }

  /** Notes a connection that was open and has ended. */
  toLoss(url: string, { code, reason }: SocketEnd): ConnectionError {
    if (!TRY_AGAIN_CODES.has(code)) this.#losses++;
    const why = reason === "" ? "" : `: ${reason}`;
    return new ConnectionError("CONNECTION_LOST", `${url} ended the connection (${code}${why})`);
  }
}
