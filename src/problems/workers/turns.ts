import type { Caller } from "../problems.ts";
import type { Job } from "./jobs.ts";

/** What waits for one caller: the jobs from `head` on. */
interface Line {
  jobs: (Job | undefined)[];
  head: number;
}

/** So many places before the head of a line are given back at once. */
const MAX_GONE = 1024;

/**
 * Jobs that wait, by caller: each caller has one job done, then it is the next one's turn. A job may
 * stand in several lines; whoever takes it first has it.
 */
export class Turns {
  /** In the order of turns. */
  readonly #lines = new Map<Caller, Line>();
  /**
   * Stands behind the lines that are gone, until it has come to the end: a new iterator has to pass
   * over the place of each, of which there are thousands when thousands of callers come at once.
   */
  #ahead = this.#lines.entries();

  push(job: Job, caller: Caller): void {
    const line = this.#lines.get(caller);
    if (line === undefined) this.#lines.set(caller, { jobs: [job], head: 0 });
    else line.jobs.push(job);
  }

  /** Puts a job before all others of its caller. */
  unshift(job: Job, caller: Caller): void {
    const line = this.#lines.get(caller);
    if (line === undefined) this.#lines.set(caller, { jobs: [job], head: 0 });
    else if (line.head > 0) line.jobs[--line.head] = job;
    else line.jobs.unshift(job);
  }

  /** The first job of the caller whose turn it is, among those that may have one. */
  take(mayHave?: (caller: Caller) => boolean): Job | undefined {
    for (const [caller, line] of mayHave ? this.#lines : this.#ahead) {
      if (mayHave?.(caller) === false) continue;
      const job = takeFirst(line);
      this.#lines.delete(caller);
      if (line.head < line.jobs.length) this.#lines.set(caller, line);
      if (job !== undefined) return job;
    }
    if (mayHave === undefined) this.#ahead = this.#lines.entries();
    return undefined;
  }

  /** Takes out all jobs of which this holds, with their callers. */
  remove(holds: (job: Job) => boolean): [Job, Caller][] {
    const removed: [Job, Caller][] = [];
    for (const [caller, line] of this.#lines) {
      const kept: Job[] = [];
      for (const job of line.jobs.slice(line.head)) {
        if (job === undefined || job.lane === null) continue;
        if (holds(job)) removed.push([job, caller]);
        else kept.push(job);
      }
      if (kept.length === 0) this.#lines.delete(caller);
      else Object.assign(line, { jobs: kept, head: 0 });
    }
    return removed;
  }
}

/** Takes the first job that still waits. */
function takeFirst(line: Line): Job | undefined {
  while (line.head < line.jobs.length) {
    const job = line.jobs[line.head];
    line.jobs[line.head++] = undefined;
    if (line.head > MAX_GONE && line.head * 2 > line.jobs.length) {
      line.jobs = line.jobs.slice(line.head);
      line.head = 0;
    }
    if (job !== undefined && job.lane !== null) return job;
  }
  return undefined;
}
