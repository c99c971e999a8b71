import type { Caller } from "../problems.ts";
import type { Job } from "./jobs.ts";
import { type Kind, type Pace, Paces } from "./paces.ts";
import { Turns } from "./turns.ts";

/** Who may have a job that goes alone, and whether it may be one that is known to be slow. */
export interface AlonePermit {
  mayHave(caller: Caller): boolean;
  readonly slowToo: boolean;
}

const PACES = ["quick", "unknown", "slow"] as const;
const UNKNOWN_FIRST = ["unknown", "slow"] as const;
const SLOW_FIRST = ["slow", "unknown"] as const;

/**
 * Jobs that wait for a worker, served to their callers in turn. Those known to be quick travel
 * together; each of the others goes alone, so that none waits behind it: those of a kind that is not
 * known yet, those known to be slow, and those suspected of ending their worker.
 */
export class JobQueue {
  readonly #paces = new Paces();
  readonly #lanes: Readonly<Record<Pace, Turns>> = {
    quick: new Turns(),
    unknown: new Turns(),
    slow: new Turns(),
  };
  readonly #waiting: Record<Pace, number> = { quick: 0, unknown: 0, slow: 0 };
  /** Which of those that go alone have the next turn. */
  #nextAlone: "unknown" | "slow" = "unknown";

  get size(): number {
    const { quick, unknown, slow } = this.#waiting;
    return quick + unknown + slow;
  }

  push(job: Job): void {
    this.#lanes[this.#enter(job)].push(job, job.caller);
  }

  /** Lets a job that waits have the turns of another caller, too, who waits for it. */
  join(job: Job, caller: Caller): void {
    if (job.lane !== null && caller !== job.caller) this.#lanes[job.lane].push(job, caller);
  }

  /** Puts jobs first, in their order, which have waited before. */
  return(jobs: readonly Job[]): void {
    for (const job of jobs.toReversed()) this.#lanes[this.#enter(job)].unshift(job, job.caller);
  }

  /** The next job that goes alone: unknown and slow ones take turns, too. */
  takeAlone({ mayHave, slowToo }: AlonePermit): Job | undefined {
    const order = this.#nextAlone === "slow" ? SLOW_FIRST : UNKNOWN_FIRST;
    for (const lane of order) {
      if (lane === "slow" && !slowToo) continue;
      const job = this.#lanes[lane].take(mayHave);
      if (job === undefined) continue;
      this.#nextAlone = lane === "slow" ? "unknown" : "slow";
      if (lane === "slow") this.#paces.noteTrial(job.kind);
      return this.#leave(job);
    }
    return undefined;
  }

  /**
   * The next quick jobs: an equal share for each of the workers that are free, up to a number and
   * to an amount of bytes, one at least.
   */
  takeShare(workers: number, maxJobs: number, maxBytes: number): Job[] {
    const share = Math.min(maxJobs, Math.ceil(this.#waiting.quick / workers));
    const jobs: Job[] = [];
    let bytes = 0;
    while (jobs.length < share && bytes < maxBytes) {
      const job = this.#lanes.quick.take();
      if (job === undefined) break;
      bytes += job.bytes;
      jobs.push(this.#leave(job));
    }
    return jobs;
  }

  /** Remembers that a job of this kind was quick; those that wait move over. */
  markQuick(kind: Kind): void {
    if (this.#paces.noteQuick(kind)) this.#rearrange("unknown", kind.name);
  }

  /** Remembers that a job of this kind is slow; those that wait move over. */
  markSlow(kind: Kind): void {
    this.#paces.noteSlow(kind);
    this.#rearrange("quick", kind.name);
    this.#rearrange("unknown", kind.name);
  }

  /** Takes out all jobs. */
  clear(): Job[] {
    return PACES.flatMap((lane) =>
      this.#lanes[lane]
        .remove(() => true)
        .flatMap(([job]) => {
          // A job stands in the line of each caller who waits for it.
          return job.lane === null ? [] : this.#leave(job);
        }),
    );
  }

  /** Moves the jobs of that name in a lane which belong to another now. */
  #rearrange(lane: Pace, name: string): void {
    if (this.#waiting[lane] === 0) return;
    const isElsewhere = (job: Job) => job.kind.name === name && this.#paceOf(job) !== lane;
    for (const [job, caller] of this.#lanes[lane].remove(isElsewhere)) {
      if (job.lane === lane) {
        this.#leave(job);
        this.#enter(job);
      }
      if (job.lane !== null) this.#lanes[job.lane].push(job, caller);
    }
  }

  #enter(job: Job): Pace {
    const lane = this.#paceOf(job);
    job.lane = lane;
    this.#waiting[lane]++;
    return lane;
  }

  #leave(job: Job): Job {
    if (job.lane !== null) this.#waiting[job.lane]--;
    job.lane = null;
    return job;
  }

  #paceOf({ isSuspect, kind }: Job): Pace {
    return isSuspect ? "unknown" : this.#paces.of(kind);
  }
}
