/*
 * What is being received and not complete, of all connections together: messages of sockets and
 * bodies of requests. A small share each is free; beyond it they share one allowance. What comes too
 * slowly is given up.
 */

/** So much of a message or body may have come at any time without regard to the allowance. */
export const FREE_BYTES = 64 * 1024;

/** How often progress is looked at. */
const SWEEP_MS = 4_000;

/** Less than this between two looks is no progress: 1 KiB a second. */
const MIN_PROGRESS = 4 * 1024;

/** After so many looks in a row without progress, 8 to 12 s, it is given up; */
const MAX_STALLS = 3;

/** and after so many in all, a minute, whatever its progress; */
const MAX_SWEEPS = 15;

/** but while others wait for room after so many, 12 s. Looks while the server does not want it do not count. */
const MAX_CONTENDED_SWEEPS = 3;

/** Something that comes in. */
export interface Incoming {
  /** Bytes that have come so far; only its growth counts. */
  readonly receivedBytes: number;
  /** Whether it may come, waits for room, or the server does not want it now. */
  readonly state: "coming" | "waiting" | "unwanted";
  /** It took too long. */
  giveUp(): void;
}

interface Watched {
  lastBytes: number;
  stalls: number;
  sweeps: number;
}

/** Somebody who waits for room. */
interface Waiting {
  readonly hasRoom: () => void;
}

export class Intake {
  readonly #allowance: number;
  #taken = 0;
  readonly #watched = new Map<Incoming, Watched>();
  readonly #waiting = new Set<Waiting>();
  /** Who may go on beyond the allowance: else all who hold parts of it might wait for one another. */
  #favoured: Waiting | null = null;
  readonly #sweep = setInterval(() => this.#endSlow(), SWEEP_MS).unref();

  /** @param allowance bytes that all together may hold beyond what is free */
  constructor(allowance: number) {
    this.#allowance = allowance;
  }

  /** Has it given up if it comes too slowly, until `unwatch`. */
  watch(incoming: Incoming): void {
    if (this.#watched.has(incoming)) return;
    this.#watched.set(incoming, { lastBytes: incoming.receivedBytes, stalls: 0, sweeps: 0 });
  }

  unwatch(incoming: Incoming): void {
    this.#watched.delete(incoming);
  }

  /** Whether bytes may be taken now. */
  hasRoom(bytes: number): boolean {
    return this.#taken + bytes <= this.#allowance;
  }

  /** Takes bytes of the allowance, be there room or not. */
  take(bytes: number): void {
    this.#taken += bytes;
  }

  /** Gives bytes back, for which others may have waited. */
  giveBack(bytes: number): void {
    this.#taken -= bytes;
    for (const waiting of this.#waiting) {
      if (!this.hasRoom(1)) return;
      this.#waiting.delete(waiting);
      waiting.hasRoom();
    }
  }

  /** Whether one that has taken bytes may take more: if there is room, and one of them in any case. */
  mayGoOn(waiting: Waiting): boolean {
    if (this.hasRoom(1)) return true;
    this.#favoured ??= waiting;
    return this.#favoured === waiting;
  }

  /** Calls once when there is room again, those first who have waited longest. */
  await(waiting: Waiting): void {
    this.#waiting.add(waiting);
  }

  /** It has all it waits for, or has ended. */
  stopWaiting(waiting: Waiting): void {
    this.#waiting.delete(waiting);
    if (this.#favoured !== waiting) return;
    const [next = null] = this.#waiting;
    this.#favoured = next;
    if (next === null) return;
    this.#waiting.delete(next);
    next.hasRoom();
  }

  close(): void {
    clearInterval(this.#sweep);
  }

  #endSlow(): void {
    const maxSweeps = this.#waiting.size > 0 ? MAX_CONTENDED_SWEEPS : MAX_SWEEPS;
    for (const [incoming, watched] of this.#watched) {
      const { receivedBytes, state } = incoming;
      const progress = receivedBytes - watched.lastBytes;
      const isStalled = state === "coming" && progress < MIN_PROGRESS;
      watched.stalls = isStalled ? watched.stalls + 1 : 0;
      if (state !== "unwanted") watched.sweeps++;
      watched.lastBytes = receivedBytes;
      if (watched.stalls < MAX_STALLS && watched.sweeps < maxSweeps) continue;
      this.#watched.delete(incoming);
      incoming.giveUp();
    }
  }
}
