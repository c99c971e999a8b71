import type { Job } from "./jobs.ts";

/** A kind counts as slow for this many jobs, then it is tried among the others again. */
const PROBATION = 16;

/** How many slow kinds are remembered; the oldest are forgotten first. */
const MAX_SLOW_KINDS = 1000;

/**
 * Jobs that wait for a worker. Those of a kind that proved slow, and those suspected of ending
 * their worker, stand apart: each goes alone, so that no other job waits behind it.
 */
export class JobQueue {
  #shared: Job[] = [];
  #alone: Job[] = [];
  /** By kind, how many more of its jobs go alone. */
  readonly #slowKinds = new Map<string, number>();

  get size(): number {
    return this.#shared.length + this.#alone.length;
  }

  push(job: Job): void {
    this.#laneOf(job).push(job);
  }

  /** Puts jobs first, in their order, which have waited before. */
  return(jobs: readonly Job[]): void {
    for (const job of jobs.toReversed()) this.#laneOf(job).unshift(job);
  }

  /** The next job that goes alone. */
  takeAlone(): Job | undefined {
    const job = this.#alone.shift();
    const probation = job && this.#slowKinds.get(job.kind);
    if (job && probation) {
      if (probation > 1) this.#slowKinds.set(job.kind, probation - 1);
      else this.#slowKinds.delete(job.kind);
    }
    return job;
  }

  /** The next jobs of the others: an equal share for each of the workers that are free. */
  takeShare(workers: number, max: number): Job[] {
    return this.#shared.splice(0, Math.min(max, Math.ceil(this.#shared.length / workers)));
  }

  /** Remembers that jobs of this kind are slow; those that wait move over. */
  markSlow(kind: string): void {
    this.#slowKinds.delete(kind);
    this.#slowKinds.set(kind, PROBATION);
    const [oldest] = this.#slowKinds.keys();
    if (this.#slowKinds.size > MAX_SLOW_KINDS) this.#slowKinds.delete(oldest);
    const isSlow = (job: Job) => job.kind === kind;
    this.#alone = this.#alone.concat(this.#shared.filter(isSlow));
    this.#shared = this.#shared.filter((job) => !isSlow(job));
  }

  /** Takes out all jobs. */
  clear(): Job[] {
    const jobs = [...this.#alone, ...this.#shared];
    this.#alone = [];
    this.#shared = [];
    return jobs;
  }

  #laneOf(job: Job): Job[] {
    return job.suspicions > 0 || this.#slowKinds.has(job.kind) ? this.#alone : this.#shared;
  }
}
