/*
 * How long a worker may be at what it has. A worker tells within milliseconds what it has done or
 * which job takes long; one that says nothing is frozen (stopped by a signal, or swapped out).
 */

/** From this share of the time limit on, a worker at one job, or without a word, counts as stuck. */
const STUCK_SHARE = 0.1;

/** From this share of the time limit on, a worker without a word is frozen. */
const FROZEN_SHARE = 0.5;

/** On a busy machine a worker may wait this long for a processor before it can say anything. */
const LEAST_SILENCE_MS = 500;

/** One timer with two stages: what it watches has become stuck, then has passed its time. */
export class Watch {
  readonly #timeLimitMs: number;
  #timer: NodeJS.Timeout | undefined;

  /** @param timeLimitMs how long one job may be at work */
  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
  }

  /**
   * Watches a worker that has just got work or said something.
   * @param hasRead whether it has read all of its work: megabytes take their time
   */
  silence(hasRead: boolean, onStuck: () => void, onFrozen: (seconds: number) => void): void {
    const stuckMs = Math.max(LEAST_SILENCE_MS, this.#timeLimitMs * STUCK_SHARE);
    const frozenShare = hasRead ? FROZEN_SHARE : 1;
    const frozenMs = Math.max(2 * LEAST_SILENCE_MS, this.#timeLimitMs * frozenShare);
    this.#inStages(stuckMs, onStuck, frozenMs, onFrozen);
  }

  /** Watches a worker that is at one job. */
  job(onStuck: () => void, onEnd: (seconds: number) => void): void {
    this.#inStages(this.#timeLimitMs * STUCK_SHARE, onStuck, this.#timeLimitMs, onEnd);
  }

  /** Watches a worker that starts. */
  start(limitMs: number, onEnd: () => void): void {
    this.end();
    this.#timer = setTimeout(onEnd, limitMs).unref();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #inStages(
    stuckMs: number,
    onStuck: () => void,
    endMs: number,
    onEnd: (seconds: number) => void,
  ): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => onEnd(endMs / 1000), endMs - stuckMs);
      onStuck();
    }, stuckMs);
  }
}
