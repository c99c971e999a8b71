import type { Logger } from "../log.ts";
import type { Answering } from "./answer-frame.ts";
import { CLOSE_CODES, Connection } from "./connection.ts";

/** When a connection is given up. */
export interface Timeouts {
  /** Milliseconds without a request; 0: never. */
  readonly idleMs: number;
  /** Milliseconds in which waiting replies make no progress. */
  readonly writeMs: number;
}

/** The connections that hold a session, at most `capacity` of them. */
export class Sessions {
  readonly capacity: number;
  readonly #timeouts: Timeouts;
  readonly #log: Logger;
  readonly #connections = new Set<Connection>();
  readonly #sweep: NodeJS.Timeout;
  #whenEmpty: (() => void) | null = null;

  constructor(capacity: number, timeouts: Timeouts, log: Logger) {
    this.capacity = capacity;
    this.#timeouts = timeouts;
    this.#log = log;
    // One timer for all: a sweep of thousands of connections takes less than a millisecond.
    const shortest = Math.min(timeouts.writeMs, timeouts.idleMs || timeouts.writeMs);
    const period = Math.min(5_000, Math.max(20, shortest / 4));
    this.#sweep = setInterval(() => this.#endSilent(), period).unref();
  }

  get active(): number {
    return this.#connections.size;
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get isFull(): boolean {
    return this.#connections.size >= this.capacity;
  }

  /** Takes a slot at once; the connection's end, in whatever way, gives it back. */
  open(answering: Answering): Connection {
    const connection = new Connection(answering, () => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) this.#whenEmpty?.();
    });
    this.#connections.add(connection);
    return connection;
  }

  /** Lets every session finish the requests that wait, then tells it to go; ends the rest. */
  async drain(timeoutMs: number): Promise<void> {
    clearInterval(this.#sweep);
    if (this.#connections.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const connection of this.#connections) {
      connection.finish(CLOSE_CODES.goingAway, "the server is shutting down");
    }
    const timer = setTimeout(() => {
      this.#log.warn({ sessions: this.#connections.size }, "sessions ended by the drain time-out");
      for (const connection of this.#connections) connection.terminate();
    }, timeoutMs);
    await empty;
    clearTimeout(timer);
  }

  #endSilent(): void {
    const now = performance.now();
    const { idleMs, writeMs } = this.#timeouts;
    for (const connection of this.#connections) {
      const { idle, stalled } = connection.measureSilence(now);
      if (stalled > writeMs) {
        this.#log.info("a session ended: it did not read its replies");
        connection.terminate();
      } else if (idleMs > 0 && idle > idleMs) {
        this.#log.info("a session ended: it was idle");
        connection.finish(CLOSE_CODES.goingAway, "the session was idle for too long");
      }
    }
  }
}
