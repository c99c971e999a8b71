import type { Problem } from "../problems/problem.ts";
import type { Split } from "../problems/split.ts";
import type { StoredProblem } from "../problems/stored.ts";
import type { Columns } from "./column.ts";

/** One message of a conversation. */
export interface Message {
  readonly role: "system" | "user";
  readonly content: string;
}

/** A problem that becomes a row. */
export interface Sample extends Pick<Problem, "environment" | "prompt"> {
  readonly id: string;
  readonly difficulty: number;
  readonly seed: number;
  readonly split: Split;
  /** The row's number, from 0. */
  readonly index: number;
  readonly messages: readonly Message[];
  /** The stored problem and an answer that earns 1, where they were asked for. */
  readonly gold: Gold | null;
}

export interface Gold {
  readonly config: StoredProblem;
  readonly answer: string;
}

/** How a trainer writes its rows. */
export interface Format {
  readonly columns: Columns;
  /** Further columns of rows with answers. */
  readonly goldColumns: Columns;
  /** Whether its rows say nothing without gold. */
  readonly needsGold?: boolean;
  toRow(sample: Sample): Readonly<Record<string, unknown>>;
}

/** Where a trainer tells sources of data apart: by environment. */
export function toSource({ environment }: Pick<Sample, "environment">): string {
  return `rlve-gym/${environment.id}`;
}

/** What names a problem, under names that mean nothing else to a trainer. */
export const REFERENCE_COLUMNS = {
  problem_id: "text",
  environment_id: "text",
  difficulty: "integer",
  seed: "integer",
  split: "text",
} as const satisfies Columns;

/** The values of `REFERENCE_COLUMNS`. */
export function toReference({ id, environment, difficulty, seed, split }: Sample) {
  return { problem_id: id, environment_id: environment.id, difficulty, seed, split };
}

/** The usual columns of gold, as `sample --answers` has them. */
export const GOLD_COLUMNS = { config: "json", reference_answer: "text" } as const satisfies Columns;

/** The values of `GOLD_COLUMNS`, none where gold was not asked for. */
export function toGold({ gold }: Sample) {
  return gold === null ? {} : { config: gold.config, reference_answer: gold.answer };
}
