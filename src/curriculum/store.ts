import type { MaybePromise } from "../event-loop.ts";
import type { CurriculumDefinition, CurriculumRise } from "../protocol/curricula.ts";
import type { Curriculum } from "./curriculum.ts";
import type { Outcome, Progress } from "./rule.ts";

/** All that is kept of a curriculum. */
export interface Kept {
  readonly definition: CurriculumDefinition;
  /** The number of the next draw. */
  readonly draws: number;
  /** By environment, in the curriculum's order. */
  readonly progress: ReadonlyMap<string, Progress>;
  readonly weights: ReadonlyMap<string, number>;
}

/** Numbers of draws that were taken, with the curriculum and its tops at that moment. */
export interface Taken {
  readonly curriculum: Curriculum;
  /** Of the first; the others follow. */
  readonly first: number;
  readonly topOf: (environment: string) => number;
}

/** What became of a report. */
export type Counted =
  | { readonly counted: boolean; readonly rises: readonly CurriculumRise[] }
  | { readonly refused: string };

/** So many changes of tops are kept, the latest. */
export const MAX_RISES = 10_000;

/** How long the draw of a group is remembered. */
export const GROUP_MS = 3_600_000;

/** How many groups and how many report keys of a curriculum are remembered, the latest. */
export const MAX_REMEMBERED = 20_000;

/**
 * What tells a report that is sent again: those of a key are numbered in the order in which they are
 * sent, so that one number is remembered for many.
 */
export interface ReportId {
  readonly key: string;
  readonly number: number;
}

/** The store is out of reach; the message says which and why. */
export class StoreError extends Error {}

/** No such curriculum is kept, or it is another one by now. */
export class UnknownCurriculum extends Error {}

/**
 * Where curricula are kept. Each method is atomic: who shares a store sees all of what another has
 * done, or nothing. All that concerns a curriculum may throw UnknownCurriculum, and everything
 * StoreError.
 */
export interface Store {
  /** Waits until it is within reach, and no longer than that. */
  reach(timeoutMs: number): MaybePromise<void>;
  names(): MaybePromise<readonly string[]>;
  /**
   * The curriculum as draws and reports work on it, as far as is known here: whoever would refuse
   * something because of it asks for a fresh one first.
   */
  find(name: string, isFresh?: boolean): MaybePromise<Curriculum>;
  load(name: string): MaybePromise<Kept>;
  /** Keeps a curriculum as it is given, its history empty. False where there is one and none is to be replaced. */
  save(name: string, kept: Kept, mayReplace: boolean): MaybePromise<boolean>;
  /** Whether there was one. */
  remove(name: string): MaybePromise<boolean>;
  /** Takes the numbers of draws; of a group, all members get the same one for an hour. */
  take(name: string, count: number, group: string | null): MaybePromise<Taken>;
  /** Counts outcomes, unless this report, or a later one of its key, was counted before. */
  report(
    name: string,
    outcomes: readonly Outcome[],
    reportId: ReportId | null,
  ): MaybePromise<Counted>;
  /** Counts draws whose generation failed. */
  countFailures(name: string, environment: string, failures: number): MaybePromise<void>;
  /** The changes of tops, oldest first. */
  rises(name: string): MaybePromise<readonly CurriculumRise[]>;
  close(): Promise<void>;
}
