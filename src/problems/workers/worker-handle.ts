import type { ChildProcess } from "node:child_process";
import { shorten } from "../../wording.ts";
import type { Caller } from "../problems.ts";
import { toFailure, type Work } from "../work.ts";
import { forkWorker, type WorkerModules } from "./fork-worker.ts";
import type { Job } from "./jobs.ts";
import {
  type LateMessage,
  packBatch,
  type ResultsMessage,
  type WorkerMessage,
  type WorkMessage,
} from "./messages.ts";
import { type Arrival, settleInSlices } from "./settle.ts";
import { Watch } from "./watch.ts";

/** What a worker process tells its pool. */
export interface WorkerEvents {
  /** It can take work: it has started, or has ended a batch. */
  idle(): void;
  /** These jobs of its batch are to be done by another worker. */
  returned(jobs: readonly Job[]): void;
  /** It ended, without a word why, while it had these jobs: they are to be done again. */
  suspected(jobs: readonly Job[]): void;
  /** This job was done as quickly as most are. */
  quick(job: Job): void;
  /** It has been at this job, or without a word at whatever it has, for a good part of the time limit. */
  stuck(job: Job | undefined): void;
  /** It says what its process takes now. */
  grown(): void;
  /** It is gone or about to be, and takes no more work; `guilty` is what has ended it, if that is known. */
  ended(reason: string, wasReady: boolean, guilty: Work | undefined): void;
}

/** What is known of a worker's end, beside its reason. */
interface Ending {
  /** Whether its jobs may be the cause. */
  readonly areSuspect?: boolean;
  /** What others than this server say of it, for the log. */
  readonly detail?: string | undefined;
  /** The time limit, where its job has passed it. */
  readonly lateMs?: number;
}

export interface WorkerSettings extends WorkerModules {
  /** How long one job may be at work. */
  readonly timeLimitMs: number;
  /** What all processes of the pool may take together: none may take more. */
  readonly memoryBytes: number;
}

/** What a process takes that has done large work and keeps it: another one takes its place. */
const WORN_BYTES = 256 * 2 ** 20;

/** What a process is taken to need until it says so. */
const USUAL_BYTES = 100 * 2 ** 20;

/** A batch of quick jobs usually ends, or says that it is late, before this. */
export const BATCH_MS = 25;

/** A worker that is not ready by then has hung while it loaded its environments. */
const START_LIMIT_MS = 60_000;

/** What is kept of a worker's standard error, to say why it ended. */
const MAX_LAST_WORDS = 2 ** 14;

/** A job that two workers had alone which ended without a word is taken to be the cause. */
const MAX_ENDINGS = 2;

/**
 * The server's end of one worker process: it hands over batches of jobs, settles them as results
 * arrive, and kills the process when a job passes the time limit.
 */
export class WorkerHandle {
  /** Resolves when the process has ended. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #events: WorkerEvents;
  readonly #watch: Watch;
  #state: "starting" | "idle" | "busy" | "ended" = "starting";
  /** The batch at hand; undefined where a job is settled or returned. */
  #jobs: (Job | undefined)[] = [];
  #isAlone = false;
  #isStuck = false;
  #isLate = false;
  #sentAt = 0;
  #memoryBytes = USUAL_BYTES;
  #lastWords = "";

  constructor(settings: WorkerSettings, events: WorkerEvents) {
    this.#events = events;
    this.#watch = new Watch(settings.timeLimitMs);
    this.#child = forkWorker(settings, settings.memoryBytes);
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(0, MAX_LAST_WORDS);
    });
    this.#child.on("message", (message: WorkerMessage) => this.#receive(message));
    this.exited = new Promise((resolve) => {
      this.#child.on("close", (code, signal) => {
        resolve();
        this.#endUnexplained(`ended with ${signal ?? `exit code ${code}`}`, signal === "SIGABRT");
      });
      // Also when the process cannot be started; 'close' may then not follow.
      this.#child.on("error", ({ message }) => {
        if (this.#child.pid === undefined) resolve();
        this.#endUnexplained("is out of reach", false, message);
      });
    });
    this.#watch.start(START_LIMIT_MS, () =>
      this.#end(`the worker was not ready after ${START_LIMIT_MS / 1000} s`),
    );
  }

  /** What it is at. */
  get state() {
    return this.#state;
  }

  /** Whether it has been at one job for a good part of the time limit. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** Whether its job takes long, or is one of those that may. */
  get isOccupied(): boolean {
    return this.#isAlone || this.#isStuck;
  }

  /** Whether it is at quick jobs and will have done them in milliseconds, as far as can be seen. */
  get isSwift(): boolean {
    if (this.#state !== "busy" || this.#isAlone || this.#isLate) return false;
    return performance.now() - this.#sentAt < BATCH_MS;
  }

  /** On whose behalf it is occupied; undefined when it is not. */
  get occupant(): Caller | undefined {
    return this.isOccupied ? this.#jobs.find((job) => job !== undefined)?.caller : undefined;
  }

  /** What its process takes, as far as it has told. */
  get memoryBytes(): number {
    return this.#memoryBytes;
  }

  /** Whether its process keeps so much after large work that another one should take its place. */
  get isWorn(): boolean {
    return this.#memoryBytes > WORN_BYTES;
  }

  /** Hands a batch to an idle worker; `isAlone` if its one job may take long. */
  send(jobs: readonly Job[], isAlone: boolean): void {
    this.#state = "busy";
    this.#isAlone = isAlone;
    this.#isLate = false;
    this.#sentAt = performance.now();
    this.#jobs = [...jobs];
    this.#watchSilence(false);
    const work = packBatch(jobs.map(({ work }) => work));
    // A process that has just ended cannot be sent to; its exit returns the jobs.
    const batch = this.#jobs;
    this.#child.send({ work, count: jobs.length } satisfies WorkMessage, () => {
      if (this.#jobs === batch && this.#state === "busy") this.#watchSilence(true);
    });
  }

  /** Ends the process and gives back the jobs it had. Its `ended` event does not follow. */
  kill(): Job[] {
    this.#state = "ended";
    this.#child.kill("SIGKILL");
    const jobs = this.#jobs.filter((job) => job !== undefined);
    this.#rest();
    return jobs;
  }

  /** Ends the process because all workers together take too much, and it the most. */
  endForMemory(bytes: number): void {
    const guilty = this.#isLate ? this.#jobs.find((job) => job !== undefined) : undefined;
    const mebibytes = Math.floor(bytes / 2 ** 20);
    this.#end(`the workers need more than the ${mebibytes} MiB of memory they have`, guilty);
  }

  #receive(message: WorkerMessage): void {
    if (this.#state === "ended") return;
    if (message.type === "memory") {
      this.#memoryBytes = message.bytes;
      this.#events.grown();
      return;
    }
    if (message.type === "ready") this.#becomeIdle();
    else if (message.type === "results") this.#takeResults(message);
    else if (message.type === "late") this.#watchJob(message);
    else this.#end(message.reason, this.#jobs[message.begun - 1], { detail: message.detail });
  }

  #becomeIdle(): void {
    this.#state = "idle";
    this.#rest();
    this.#events.idle();
  }

  #rest(): void {
    this.#watch.end();
    this.#jobs = [];
    this.#isAlone = false;
    this.#isStuck = false;
  }

  #takeResults({ first, bytes, ends, times, done }: ResultsMessage): void {
    const arrivals: Arrival[] = [];
    for (const [offset, end] of ends.entries()) {
      const job = this.#jobs[first + offset];
      if (job === undefined) continue;
      this.#jobs[first + offset] = undefined;
      if (!this.#isLate) this.#events.quick(job);
      const packed = bytes.subarray(ends[offset - 1] ?? 0, end);
      arrivals.push({ job, packed, milliseconds: times[offset] });
    }
    void settleInSlices(arrivals);
    if (done) this.#becomeIdle();
    else if (!this.#isLate) this.#watchSilence(true);
  }

  #watchSilence(hasRead: boolean): void {
    this.#watch.silence(
      hasRead,
      () => this.#becomeStuck(undefined),
      (seconds) => this.#endUnexplained(`said nothing for ${seconds} s`),
    );
  }

  #becomeStuck(job: Job | undefined): void {
    this.#isStuck = true;
    this.#events.stuck(job);
  }

  /**
   * The one job at work keeps the worker, and its time starts. The others of the batch go to other
   * workers: those which have not begun, and those whose results wait in the worker (less than a
   * millisecond of work) for the batch to go on.
   */
  #watchJob({ begun }: LateMessage): void {
    const job = this.#jobs[begun - 1];
    const unsettled = this.#jobs.filter((other) => other !== undefined);
    const others = unsettled.filter((other) => other !== job);
    this.#jobs = this.#jobs.map((other) => (other === job ? other : undefined));
    if (others.length > 0) this.#events.returned(others);
    this.#watch.end();
    this.#isLate = true;
    this.#isStuck = false;
    if (job === undefined) return;
    this.#watch.job(
      () => this.#becomeStuck(job),
      (seconds) =>
        this.#end(`it passed the time limit of ${seconds} s`, job, { lateMs: 1000 * seconds }),
    );
  }

  /** Ends the process; the guilty job fails, others are done again. */
  #end(reason: string, guilty?: Job, { areSuspect, detail, lateMs }: Ending = {}): void {
    if (this.#state === "ended") return;
    const wasReady = this.#state !== "starting";
    const others = this.kill().filter((job) => job !== guilty);
    const fate = lateMs === undefined ? "crashed" : "deadline";
    guilty?.settle(toFailure(guilty.work, `was stopped: ${shorten(reason)}`), fate, lateMs);
    if (others.length > 0) this.#events[areSuspect ? "suspected" : "returned"](others);
    const told = detail === undefined ? reason : `${reason}: ${detail}`;
    this.#events.ended(told, wasReady, guilty?.work);
  }

  /**
   * The process has ended by itself, or is frozen: V8 has aborted it for want of memory, or someone
   * has killed or stopped it. If its one job is not plainly the cause, its jobs are tried again, each
   * alone: what ends two workers that have nothing else to do is the cause.
   */
  #endUnexplained(how: string, isAbort = false, detail?: string): void {
    const suspects = this.#jobs.filter((job) => job !== undefined);
    for (const job of suspects) job.isSuspect = true;
    const [alone] = suspects.length === 1 ? suspects : [];
    if (alone !== undefined) alone.endings++;
    const guilty = alone && (isAbort || alone.endings >= MAX_ENDINGS) ? alone : undefined;
    const [error] = /^.*(?:Error|ERROR)\b.*$/m.exec(this.#lastWords) ?? [];
    this.#end(`the worker ${how}`, guilty, { areSuspect: true, detail: detail ?? error });
  }
}
