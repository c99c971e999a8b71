import { Packr } from "msgpackr";
import type { JsonObject } from "../../environments/environment.ts";
import type { AnswerMarkers } from "../extract-answer.ts";
import type { Problem, ProblemReference } from "../problem.ts";
import type { WorkRequest } from "./tasks.ts";

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
export interface Work {
  /** The problems of the outputs to verify, each once. */
  readonly problems: readonly VerifiableProblem[];
  readonly items: readonly WorkItem[];
}

/** What verification needs of a problem. */
export interface VerifiableProblem {
  readonly environment: string;
  readonly instance: JsonObject;
  readonly passingThreshold: number;
}

/** A problem to generate, or an output to verify against the problem at an index. */
export type WorkItem =
  | ProblemReference
  | { readonly problem: number; readonly output: string; readonly markers: AnswerMarkers };

/** What a worker makes of an item: a generated problem or a verifier result, or why there is none. */
export type Outcome = { readonly value: object } | { readonly error: string };

/** The fields of a problem which are generated. */
export type GeneratedProblem = Pick<
  Problem,
  "parameters" | "instance" | "prompt" | "passingThreshold"
>;

/** To the server. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | ResultsMessage
  | LateMessage
  /** The work at hand ended the worker; `begun` as in a late message. */
  | { readonly type: "died"; readonly begun: number; readonly reason: string };

/** The outcomes of consecutive items of the batch, from the item `first` on. */
export interface ResultsMessage {
  readonly type: "results";
  readonly first: number;
  /** The packed outcomes, one after the other; each ends where `ends` says. */
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
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

export function pack(value: Outcome | Work): Uint8Array {
  return packr.pack(value);
}

/** Reads what `pack` wrote. The shapes are trusted: both ends are this server. */
export function unpack<Value extends Outcome | Work>(bytes: Uint8Array): Value {
  return packr.unpack(bytes);
}

/** Packs the requests of a batch. */
export function packWork(requests: readonly WorkRequest[]): Uint8Array {
  const positions = new Map<Problem, number>();
  const items = requests.map((request): WorkItem => {
    if ("reference" in request) return request.reference;
    const { problem, output, markers } = request;
    const position = positions.get(problem) ?? positions.size;
    positions.set(problem, position);
    return { problem: position, output, markers };
  });
  const problems = [...positions.keys()].map(({ environment, instance, passingThreshold }) => ({
    environment: environment.id,
    instance,
    passingThreshold,
  }));
  return pack({ problems, items });
}
