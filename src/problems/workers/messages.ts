import { Packr } from "../../packr.ts";
import type { Problem } from "../problem.ts";
import type { StoredProblem } from "../stored.ts";
import type { GenerateWork, SolveWork, Thrown, VerifyWork, Work } from "../work.ts";

/*
 * What crosses between the server and its workers. Work and results travel as MessagePack, packed
 * and unpacked once at the ends: what lies between passes bytes on, and the server can unpack a
 * large message in slices.
 */

/** From the server: a batch of `count` packed items. */
export interface WorkMessage {
  readonly work: Uint8Array;
  readonly count: number;
}

/** The unpacked work of a batch. */
export interface Batch {
  /** The problems of outputs to verify, and those to solve, each once. */
  readonly problems: readonly KnownProblem[];
  readonly items: readonly WorkItem[];
}

/** What verifying and solving need of a problem: the rest is left behind. */
export interface KnownProblem extends Pick<Problem, "instance" | "passingThreshold"> {
  readonly environment: string;
}

/** A problem to generate; one to open; an output to verify against the problem at an index; one to solve. */
export type WorkItem =
  | GenerateWork
  | { readonly work: "open"; readonly environment: string; readonly stored: StoredProblem }
  | (Omit<VerifyWork, "problem"> & { readonly problem: number })
  | (Omit<SolveWork, "problem"> & { readonly problem: number });

/**
 * What a worker makes of an item: a generated or opened problem (or why it cannot be opened), a
 * verifier result or a solution; or the message of what the environment threw.
 */
export type Outcome = { readonly value: object } | Thrown;

/** The fields of a problem which are generated. */
export type GeneratedProblem = Pick<
  Problem,
  "parameters" | "instance" | "prompt" | "split" | "passingThreshold"
>;

/** To the server. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | ResultsMessage
  | LateMessage
  /** What the process takes at this moment, told while a batch is late and when it ends. */
  | { readonly type: "memory"; readonly bytes: number }
  /** The work at hand ended the worker; `begun` as in a late message. */
  | {
      readonly type: "died";
      readonly begun: number;
      readonly reason: string;
      readonly detail: string | undefined;
    };

/** The outcomes of consecutive items of the batch, from the item `first` on. */
export interface ResultsMessage {
  readonly type: "results";
  readonly first: number;
  /** The packed outcomes, one after the other; each ends where `ends` says. */
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
  /** Milliseconds at work, of each. */
  readonly times: readonly number[];
  /** Whether these are the batch's last. */
  readonly done: boolean;
}

/**
 * The batch takes long: the item `begun − 1` is at work, those from `begun` on are given back.
 */
export interface LateMessage {
  readonly type: "late";
  readonly begun: number;
}

// Without records each message stands alone. A bigint stays one, also a small one, and is exact
// beyond 64 bits; numbers beyond 32 bits travel as doubles.
const packr = new Packr({ useRecords: false, useBigIntExtension: true });

export function pack(value: Outcome | Batch): Uint8Array {
  return packr.pack(value);
}

/** Reads what `pack` wrote. The shapes are trusted: both ends are this server. */
export function unpack<Value extends Outcome | Batch>(bytes: Uint8Array): Value {
  return packr.unpack(bytes);
}

/** Packs the work of a batch. */
export function packBatch(works: readonly Work[]): Uint8Array {
  const positions = new Map<Problem, number>();
  const items = works.map((work): WorkItem => {
    if (work.work === "generate") return work;
    if (work.work === "open") {
      return { work: "open", environment: work.registered.id, stored: work.stored };
    }
    const position = positions.get(work.problem) ?? positions.size;
    positions.set(work.problem, position);
    return { ...work, problem: position };
  });
  const problems = [...positions.keys()].map(({ environment, instance, passingThreshold }) => ({
    environment: environment.id,
    instance,
    passingThreshold,
  }));
  return pack({ problems, items });
}
