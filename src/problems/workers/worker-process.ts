import type { ChildProcess } from "node:child_process";
import { forkHost } from "./fork-host.ts";
import {
  type LateMessage,
  packWork,
  type ResultsMessage,
  type WorkerMessage,
  type WorkMessage,
} from "./messages.ts";
import { type Arrival, settleInSlices } from "./settle.ts";
import { shorten, type Task, toFailure } from "./tasks.ts";

/** What a worker process tells its pool. */
export interface WorkerEvents {
  /** It can take work: it has started, or has ended a batch. */
  idle(): void;
  /** These tasks of its batch are to be done by another worker. */
  returned(tasks: readonly Task[]): void;
  /** It has been at this task for a good part of the time limit. */
  stuck(task: Task): void;
  /** It is gone or about to be, and takes no more work. */
  ended(reason: string, wasReady: boolean): void;
}

export interface WorkerSettings {
  readonly registryModule: URL;
  /** How long one task may be at work. */
  readonly timeLimitMs: number;
}

/** From this share of the time limit on, a worker at one task counts as stuck. */
const STUCK_SHARE = 0.1;

/** A worker that is not ready by then has hung while it loaded its environments. */
const START_LIMIT_MS = 60_000;

/** What is kept of a worker's standard error, to say why it ended. */
const MAX_LAST_WORDS = 2 ** 14;

/** A task that was twice with a worker which ended without a word is taken to be the cause. */
const MAX_SUSPICIONS = 2;

/**
 * The server's end of one worker process: it hands over batches of tasks, settles them as results
 * arrive, and kills the process when a task passes the time limit.
 */
export class WorkerProcess {
  /** Resolves when the process has ended. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #events: WorkerEvents;
  readonly #timeLimitMs: number;
  #state: "starting" | "idle" | "busy" | "ended" = "starting";
  /** The batch at hand; undefined where a task is settled or returned. */
  #tasks: (Task | undefined)[] = [];
  #isAlone = false;
  #isStuck = false;
  #timer: NodeJS.Timeout;
  #lastWords = "";

  constructor({ registryModule, timeLimitMs }: WorkerSettings, events: WorkerEvents) {
    this.#events = events;
    this.#timeLimitMs = timeLimitMs;
    this.#child = forkHost(registryModule);
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
        this.#endUnexplained(`is out of reach: ${message}`);
      });
    });
    this.#timer = setTimeout(() => {
      this.#end(`the worker was not ready after ${START_LIMIT_MS / 1000} s`);
    }, START_LIMIT_MS).unref();
  }

  /** What it is at. */
  get state() {
    return this.#state;
  }

  /** Whether it has been at one task for a good part of the time limit. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** Whether its task takes long, or is one of those that may. */
  get isOccupied(): boolean {
    return this.#isAlone || this.#isStuck;
  }

  /** Hands a batch to an idle worker; `isAlone` if its one task may take long. */
  send(tasks: readonly Task[], isAlone: boolean): void {
    this.#state = "busy";
    this.#isAlone = isAlone;
    this.#tasks = [...tasks];
    const work = packWork(tasks.map(({ request }) => request));
    // A process that has just ended cannot be sent to; its exit returns the tasks.
    this.#child.send({ work, count: tasks.length } satisfies WorkMessage, () => {});
  }

  /** Ends the process and gives back the tasks it had. Its `ended` event does not follow. */
  kill(): Task[] {
    this.#state = "ended";
    this.#child.kill("SIGKILL");
    const tasks = this.#tasks.filter((task) => task !== undefined);
    this.#rest();
    return tasks;
  }

  #receive(message: WorkerMessage): void {
    if (this.#state === "ended") return;
    if (message.type === "ready") this.#becomeIdle();
    else if (message.type === "results") this.#takeResults(message);
    else if (message.type === "late") this.#watchTask(message);
    else this.#end(message.reason, this.#tasks[message.begun - 1]);
  }

  #becomeIdle(): void {
    this.#state = "idle";
    this.#rest();
    this.#events.idle();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#tasks = [];
    this.#isAlone = false;
    this.#isStuck = false;
  }

  #takeResults({ first, bytes, ends, done }: ResultsMessage): void {
    const arrivals: Arrival[] = [];
    for (const [offset, end] of ends.entries()) {
      const task = this.#tasks[first + offset];
      if (task === undefined) continue;
      this.#tasks[first + offset] = undefined;
      arrivals.push({ task, packed: bytes.subarray(ends[offset - 1] ?? 0, end) });
    }
    settleInSlices(arrivals);
    if (done) this.#becomeIdle();
  }

  /**
   * The one task at work keeps the worker, and its time starts. The others of the batch go to other
   * workers: those which have not begun, and those whose results wait in the worker (less than a
   * millisecond of work) for the batch to go on.
   */
  #watchTask({ begun }: LateMessage): void {
    const task = this.#tasks[begun - 1];
    const unsettled = this.#tasks.filter((other) => other !== undefined);
    const others = unsettled.filter((other) => other !== task);
    this.#tasks = this.#tasks.map((other) => (other === task ? other : undefined));
    if (others.length > 0) this.#events.returned(others);
    if (task === undefined) return;
    const stuckMs = this.#timeLimitMs * STUCK_SHARE;
    this.#timer = setTimeout(() => {
      this.#isStuck = true;
      this.#events.stuck(task);
      this.#timer = setTimeout(() => {
        this.#end(`it passed the time limit of ${this.#timeLimitMs / 1000} s`, task);
      }, this.#timeLimitMs - stuckMs);
    }, stuckMs);
  }

  /** Ends the process; the guilty task fails, others are done again. */
  #end(reason: string, guilty?: Task): void {
    if (this.#state === "ended") return;
    const wasReady = this.#state !== "starting";
    const others = this.kill().filter((task) => task !== guilty);
    guilty?.settle(toFailure(guilty.request, `was stopped: ${shorten(reason)}`));
    if (others.length > 0) this.#events.returned(others);
    this.#events.ended(reason, wasReady);
  }

  /**
   * The process has ended by itself: V8 has aborted it for want of memory, or someone has killed
   * it. If its one task is not plainly the cause, its tasks are tried again, each alone: the second
   * time shows it.
   */
  #endUnexplained(how: string, isAbort = false): void {
    const suspects = this.#tasks.filter((task) => task !== undefined);
    for (const task of suspects) task.suspicions++;
    const guilty = suspects.find(
      ({ suspicions }) => suspicions >= MAX_SUSPICIONS || (isAbort && suspects.length === 1),
    );
    const [error] = /^.*(?:Error|ERROR)\b.*$/m.exec(this.#lastWords) ?? [];
    this.#end(`the worker ${how}${error === undefined ? "" : `: ${error}`}`, guilty);
  }
}
