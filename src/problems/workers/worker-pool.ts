import { shorten, toMessage } from "../../wording.ts";
import type { Failure } from "../failure.ts";
import { toFailure, type Work } from "../work.ts";
import { JobQueue } from "./job-queue.ts";
import { type Job, type JobResult, toKind } from "./jobs.ts";
import { WorkerHandle, type WorkerSettings } from "./worker-handle.ts";

export interface PoolSettings extends WorkerSettings {
  /** How many workers there are, ready and waiting, whether or not others are stuck. */
  readonly workers: number;
  /** Told of each worker that ended otherwise than by `close`. */
  readonly onWorkerEnd?: ((reason: string) => void) | undefined;
}

/** What the pool is doing, in numbers of jobs and workers. */
export interface PoolStatistics {
  readonly queued: number;
  /** Jobs in workers. */
  readonly running: number;
  readonly readyWorkers: number;
  /** All workers ever started. */
  readonly startedWorkers: number;
}

/** A batch is small enough that results come soon, and large enough that hops do not count. */
const MAX_BATCH = 64;

/** After a worker that could not start, the next one is not tried before this. */
const START_PAUSE_MS = 1000;

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
  #pendingJobs = 0;
  #startedWorkers = 0;
  #nextStart = 0;
  #startFailure = "";
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.#replenish();
  }

  /** Has the work done by a worker. Never rejects. */
  run(work: Work): Promise<JobResult | Failure> {
    if (this.#isClosed) return Promise.resolve(toFailure(work, "was refused: shutting down"));
    if (this.#pendingJobs++ === 0) this.#keepAlive.ref();
    return new Promise((resolve) => {
      const settle = (result: JobResult | Failure) => {
        if (--this.#pendingJobs === 0) this.#keepAlive.unref();
        resolve(result);
      };
      this.#queue.push({ work, kind: toKind(work), suspicions: 0, settle });
      this.#dispatchSoon();
    });
  }

  get statistics(): PoolStatistics {
    const ready = [...this.#workers].filter(({ state }) => state !== "starting");
    return {
      queued: this.#queue.size,
      running: this.#pendingJobs - this.#queue.size,
      readyWorkers: ready.length,
      startedWorkers: this.#startedWorkers,
    };
  }

  /** Ends all workers; what they have at hand and what waits fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const jobs = [...this.#workers].flatMap((worker) => worker.kill());
    this.#workers.clear();
    this.#failAll([...jobs, ...this.#queue.clear()], "was stopped: shutting down");
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
    if (this.#workers.size === 0) {
      this.#failAll(this.#queue.clear(), `failed: no worker can start: ${this.#startFailure}`);
    }
    const workers = [...this.#workers];
    const idle = workers.filter(({ state }) => state === "idle");
    // One worker at least remains for jobs that are quick, as far as is known.
    let places = Math.max(1, this.#settings.workers - 1);
    places -= workers.filter(({ isOccupied }) => isOccupied).length;
    for (const [index, worker] of idle.entries()) {
      const job = places > 0 ? this.#queue.takeAlone() : undefined;
      if (job !== undefined) places--;
      const jobs = job ? [job] : this.#queue.takeShare(idle.length - index, MAX_BATCH);
      if (jobs.length === 0) return;
      worker.send(jobs, job !== undefined);
    }
  }

  /** How many workers there should be: those that are stuck count beside, up to as many again. */
  get #target(): number {
    const stuck = [...this.#workers].filter(({ isStuck }) => isStuck).length;
    return this.#settings.workers + Math.min(stuck, this.#settings.workers);
  }

  /** Starts the next missing worker: one at a time, so that it leaves the processors to others. */
  #replenish(): void {
    const isStarting = [...this.#workers].some(({ state }) => state === "starting");
    if (isStarting || this.#workers.size >= this.#target) return;
    if (performance.now() < this.#nextStart) return;
    this.#startedWorkers++;
    try {
      this.#start();
    } catch (error) {
      this.#recordFailedStart(toMessage(error));
    }
  }

  #start(): void {
    const worker = new WorkerHandle(this.#settings, {
      idle: () => {
        if (this.#workers.size > this.#target) this.#dismiss(worker);
        this.#dispatchNow();
      },
      returned: (jobs) => {
        this.#queue.return(jobs);
        this.#dispatchSoon();
      },
      stuck: (job) => {
        this.#queue.markSlow(job.kind);
        this.#dispatchSoon();
      },
      ended: (reason, wasReady) => {
        this.#workers.delete(worker);
        if (!wasReady) this.#recordFailedStart(reason);
        this.#settings.onWorkerEnd?.(reason);
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

  #recordFailedStart(reason: string): void {
    this.#startFailure = shorten(reason);
    this.#nextStart = performance.now() + START_PAUSE_MS;
  }

  #failAll(jobs: readonly Job[], what: string): void {
    for (const { work, settle } of jobs) settle(toFailure(work, what));
  }
}
