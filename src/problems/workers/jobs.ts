import type { Failure } from "../failure.ts";
import type { Caller } from "../problems.ts";
import type { Fate } from "../task-counts.ts";
import type { Work } from "../work.ts";
import type { Kind, Pace } from "./paces.ts";

/** What a worker made of a job, and its size as MessagePack. */
export interface JobResult {
  readonly value: object;
  readonly packedBytes: number;
}

/** Told of a job that is settled; milliseconds at work, where they are known. */
export type NoteSettled = (
  job: Job,
  outcome: JobResult | Failure,
  fate: Fate,
  milliseconds: number | undefined,
) => void;

/** Work on its way. A job is settled once; until then it may go from worker to worker. */
export class Job {
  readonly work: Work;
  readonly kind: Kind;
  /** About how many bytes it takes to hand it over. */
  readonly bytes: number;
  /** On whose behalf it was asked for first. */
  readonly caller: Caller;
  /** Never rejects. */
  readonly result: Promise<JobResult | Failure>;
  /** Among which jobs it waits in the queue; null while it does not. */
  lane: Pace | null = null;
  /** Whether a worker ended, without a word why, while it had this job among others. */
  isSuspect = false;
  /** How many workers did so while they had this job alone. */
  endings = 0;
  readonly #noteSettled: NoteSettled;
  #resolve: (outcome: JobResult | Failure) => void = () => {};

  constructor(work: Work, bytes: number, caller: Caller, noteSettled: NoteSettled) {
    this.work = work;
    this.kind = toKind(work, bytes);
    this.bytes = bytes;
    this.caller = caller;
    this.#noteSettled = noteSettled;
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** @param milliseconds at work, where that is known */
  settle(outcome: JobResult | Failure, fate: Fate, milliseconds?: number): void {
    this.#noteSettled(this, outcome, fate, milliseconds);
    this.#resolve(outcome);
  }
}

/** The kind of a job that does this work and takes about so many bytes. */
function toKind(work: Work, bytes: number): Kind {
  switch (work.work) {
    case "generate":
      return { name: work.reference.environment, level: work.reference.difficulty };
    case "open":
      return { name: `open ${work.registered.id}`, level: Math.log2(bytes) };
    case "solve": {
      const { environment, difficulty } = work.problem;
      return difficulty === null
        ? { name: `solve stored ${environment.id}`, level: Math.log2(bytes) }
        : { name: `solve ${environment.id}`, level: difficulty };
    }
    case "verify":
      return { name: `verify ${work.problem.environment.id}`, level: Math.log2(bytes) };
  }
}
