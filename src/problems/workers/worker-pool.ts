import { toMessage } from "../../wording.ts";
import { type Failure, isFailure } from "../failure.ts";
import type { Caller } from "../problems.ts";
import { TaskTallies } from "../task-counts.ts";
import { toFailure, type Work } from "../work.ts";
import { JobQueue } from "./job-queue.ts";
import { Job, type NoteSettled } from "./jobs.ts";
import { toPermit } from "./spared.ts";
import { Starts } from "./starts.ts";
import { BATCH_MS, WorkerHandle, type WorkerSettings } from "./worker-handle.ts";

export interface PoolSettings extends WorkerSettings {
  /** How many workers there are, ready and waiting, whether or not others are stuck. */
  readonly workers: number;
  /** How many of these are left alone by quick jobs as long as the others keep up with them. */
  readonly spareWorkers: number;
  /** Told of each worker that ended otherwise than by `close`, with the work that ended it, if that is known. */
  readonly onWorkerEnd?: ((reason: string, guilty?: Work) => void) | undefined;
  /** Told of each failure whose cause clients are not told. */
  readonly onFailure?: ((failure: Failure) => void) | undefined;
}

/** What the pool is doing, in numbers of jobs and workers. */
export interface PoolStatistics {
  readonly queued: number;
  /** Jobs in workers. */
  readonly running: number;
  readonly readyWorkers: number;
  /** Of these, those that have work. */
  readonly busyWorkers: number;
  /** All workers ever started. */
  readonly startedWorkers: number;
  /** What their processes take, as far as they have told. */
  readonly workerBytes: number;
  readonly tallies: TaskTallies;
}

/** A batch is small enough that results come soon, and large enough that hops do not count. */
const MAX_BATCH = 256;

/** Jobs beyond this many bytes do not travel together. */
const MAX_BATCH_BYTES = 2 ** 20;

/** What jobs may hold that wait or are at work: beyond it, further large ones are refused. */
const MAX_PENDING_BYTES = 2 ** 27;
const LARGE_BYTES = 2 ** 16;

/** What all have for a caller who asks without a name. */
const NO_CALLER: Caller = {};

/** With those that are started in place of stuck ones there are this many times as many workers. */
const MOST_FOLD = 2;

/** Jobs whose worker has ended wait for this: whoever kills workers may be at it still. */
const SUSPECTS_PAUSE_MS = 250;

/** Longer than any wait: a timer that only keeps the process alive. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * Worker processes that do jobs. Processes, not only threads: V8 aborts the whole process when an
 * array of a thread outgrows its heap, whatever the thread's limits (`Array.from({ length: 6e8 })`
 * is enough on Node 20), and almost any environment has such an array at a high difficulty. A
 * worker that is stuck with a job is replaced while it is, up to twice the number; one that ends
 * is replaced, too.
 */
export class WorkerPool {
  readonly #settings: PoolSettings;
  readonly #queue = new JobQueue();
  readonly #workers = new Set<WorkerHandle>();
  readonly #exits = new Set<Promise<void>>();
  readonly #keepAlive = setInterval(() => {}, FOREVER_MS).unref();
  #dispatch: NodeJS.Immediate | undefined;
  #glance: NodeJS.Timeout | undefined;
  #pendingJobs = 0;
  #pendingBytes = 0;
  #startedWorkers = 0;
  readonly #tallies = new TaskTallies();
  readonly #starts = new Starts(() => this.#dispatchSoon());
  /** Jobs that were with a worker when it ended. */
  readonly #paused = new Set<Job>();
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#replenish();
  }

  /**
   * Has the work done by a worker.
   * @param bytes about how much there is to hand over
   */
  submit(work: Work, bytes: number, caller: Caller = NO_CALLER): Job {
    const obstacle = this.#findObstacle(bytes);
    if (this.#pendingJobs++ === 0) this.#keepAlive.ref();
    this.#pendingBytes += bytes;
    const job = new Job(work, bytes, caller, this.#noteSettled);
    if (obstacle === null) {
      this.#queue.push(job);
      // When thousands of requests come at once, the event loop takes all of them in before its turn ends.
      if (this.#queue.size % MAX_BATCH === 0) this.#dispatchNow();
      else this.#dispatchSoon();
    } else job.settle(toFailure(work, `was refused: ${obstacle}`), "unavailable");
    return job;
  }

  /** Has a job that waits done at the turns of another caller, too. */
  join(job: Job, caller: Caller = NO_CALLER): void {
    this.#queue.join(job, caller);
  }

  get statistics(): PoolStatistics {
    const ready = [...this.#workers].filter(({ state }) => state !== "starting");
    return {
      queued: this.#queue.size + this.#paused.size,
      running: this.#pendingJobs - this.#queue.size - this.#paused.size,
      readyWorkers: ready.length,
      busyWorkers: ready.filter(({ state }) => state === "busy").length,
      startedWorkers: this.#startedWorkers,
      workerBytes: this.#workerBytes,
      tallies: this.#tallies,
    };
  }

  /** Ends all workers; what they have at hand and what waits fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const jobs = [...this.#workers].flatMap((worker) => worker.kill());
    this.#workers.clear();
    this.#failAll([...jobs, ...this.#paused, ...this.#queue.clear()], "was stopped: shutting down");
    this.#paused.clear();
    this.#starts.close();
    this.#keepAlive.ref();
    await Promise.all(this.#exits);
    clearInterval(this.#keepAlive);
  }

  /** Jobs of one turn of the event loop travel together. */
  #dispatchSoon(): void {
    this.#dispatch ??= setImmediate(() => {
      this.#dispatch = undefined;
      this.#dispatchNow();
    });
  }

  #dispatchNow(): void {
    if (this.#isClosed) return;
    this.#replenish();
    const { obstacle } = this.#starts;
    if (this.#workers.size === 0 && obstacle !== null) {
      this.#failAll(this.#queue.clear(), "failed: no worker can start; the log says why");
    }
    const ready = [...this.#workers].filter(({ state }) => state !== "starting");
    const idle = ready.filter(({ state }) => state === "idle");
    let places = this.#countQuickPlaces(ready);
    for (const [index, worker] of idle.entries()) {
      const permit = toPermit(ready, MOST_FOLD * this.#settings.workers);
      const job = permit ? this.#queue.takeAlone(permit) : undefined;
      if (job !== undefined) worker.send([job], true);
      else if (places > 0) {
        const sharing = Math.min(idle.length - index, places--);
        const jobs = this.#queue.takeShare(sharing, MAX_BATCH, MAX_BATCH_BYTES);
        if (jobs.length === 0) return;
        worker.send(jobs, false);
      } else {
        if (this.#queue.size > 0) this.#lookAgain();
        return;
      }
    }
  }

  /**
   * How many more workers may be at quick jobs. Spare ones would only take processors from the
   * others, and be slow at first: code is compiled in each process anew.
   */
  #countQuickPlaces(ready: readonly WorkerHandle[]): number {
    const { workers, spareWorkers } = this.#settings;
    return Math.max(1, workers - spareWorkers) - ready.filter(({ isSwift }) => isSwift).length;
  }

  /** Those which seem to be swift may not be: in a moment it is seen. */
  #lookAgain(): void {
    this.#glance ??= setTimeout(() => {
      this.#glance = undefined;
      this.#dispatchNow();
    }, BATCH_MS).unref();
  }

  /** How many workers there should be: those that are stuck count beside, up to as many again. */
  get #target(): number {
    const stuck = [...this.#workers].filter(({ isStuck }) => isStuck).length;
    const { workers } = this.#settings;
    return Math.min(workers + stuck, MOST_FOLD * workers);
  }

  /** Starts the next missing worker: one at a time, so that it leaves the processors to others. */
  #replenish(): void {
    const isStarting = [...this.#workers].some(({ state }) => state === "starting");
    if (isStarting || this.#workers.size >= this.#target) return;
    if (!this.#starts.isDue) return;
    this.#startedWorkers++;
    try {
      this.#start();
    } catch (error) {
      this.#starts.noteFailure(toMessage(error));
    }
  }

  #start(): void {
    const worker = new WorkerHandle(this.#settings, {
      idle: () => {
        this.#starts.noteSuccess();
        if (worker.isWorn || this.#workers.size > this.#target) this.#dismiss(worker);
        this.#dispatchNow();
      },
      returned: (jobs) => {
        this.#queue.return(jobs);
        this.#dispatchSoon();
      },
      suspected: (jobs) => this.#pause(jobs),
      quick: ({ kind }) => this.#queue.markQuick(kind),
      stuck: (job) => {
        if (job !== undefined) this.#queue.markSlow(job.kind);
        this.#dispatchSoon();
      },
      grown: () => this.#boundMemory(),
      ended: (reason, wasReady, guilty) => {
        this.#workers.delete(worker);
        if (!wasReady) this.#starts.noteFailure(reason);
        this.#settings.onWorkerEnd?.(reason, guilty);
        this.#dispatchSoon();
      },
    });
    this.#workers.add(worker);
    this.#exits.add(worker.exited);
    worker.exited.then(() => this.#exits.delete(worker.exited));
  }

  /** Ends an idle worker that is one too many after a stuck one has come back. */
  #dismiss(worker: WorkerHandle): void {
    worker.kill();
    this.#workers.delete(worker);
  }

  #pause(jobs: readonly Job[]): void {
    for (const job of jobs) this.#paused.add(job);
    setTimeout(() => {
      const paused = jobs.filter((job) => this.#paused.delete(job));
      this.#queue.return(paused);
      this.#dispatchSoon();
    }, SUSPECTS_PAUSE_MS).unref();
  }

  get #workerBytes(): number {
    return [...this.#workers].reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  }

  /** Ends the largest worker where all together take more than they may. */
  #boundMemory(): void {
    if (this.#workerBytes <= this.#settings.memoryBytes) return;
    const [largest] = [...this.#workers].sort((a, b) => b.memoryBytes - a.memoryBytes);
    largest?.endForMemory(this.#settings.memoryBytes);
  }

  #failAll(jobs: readonly Job[], what: string): void {
    for (const job of jobs) job.settle(toFailure(job.work, what), "unavailable");
  }

  /** Why no further work of so many bytes is taken. */
  #findObstacle(bytes: number): string | null {
    if (this.#isClosed) return "shutting down";
    const isTooMuch = bytes > LARGE_BYTES && this.#pendingBytes + bytes > MAX_PENDING_BYTES;
    return isTooMuch ? "too much large work is under way, try again later" : null;
  }

  readonly #noteSettled: NoteSettled = ({ work, bytes }, outcome, fate, milliseconds) => {
    this.#tallies.note(work, fate, milliseconds);
    if (--this.#pendingJobs === 0) this.#keepAlive.unref();
    this.#pendingBytes -= bytes;
    if (isFailure(outcome) && outcome.cause !== undefined) this.#settings.onFailure?.(outcome);
  };
}
