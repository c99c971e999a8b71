import type { LevelFigures } from "./columns.ts";
import type { Quality } from "./figures.ts";
import { chanceOf, leastDistinct, rowsAround } from "./judgements.ts";

/** A set of environments, by what was measured of them at a level. */
export interface Preset {
  /** Which environments it has, in a line. */
  readonly about: string;
  /** Whether an environment belongs, by the figures of a level. */
  holds(row: LevelFigures, quality: Quality): boolean;
}

/** Guessing is right in fewer. */
const GUESSED = 0.05;

/** An answer that a short completion has room for. */
const SHORT_ANSWER_TOKENS = 32;

const MANY_PROBLEMS = 100_000;

export const presets: ReadonlyMap<string, Preset> = new Map<string, Preset>([
  [
    "short-answers",
    {
      about: `right answers have at most ${SHORT_ANSWER_TOKENS} tokens`,
      holds: ({ solved, mostAnswerTokens }) =>
        solved > 0 && mostAnswerTokens <= SHORT_ANSWER_TOKENS,
    },
  ],
  [
    "no-guessing",
    {
      about: "no policy that does not solve is right in 5 % of problems",
      holds: (row) => row.solved > 0 && chanceOf(row) < GUESSED,
    },
  ],
  [
    "diverse",
    {
      about: "over 100,000 different problems, by a lower bound from draws",
      holds: ({ level }, quality) => leastDistinct(quality, level) > MANY_PROBLEMS,
    },
  ],
]);

/** Whether a preset has an environment at a level; between two measured levels, at both of them. */
export function isMember({ holds }: Preset, quality: Quality, level: number): boolean {
  return rowsAround(quality, level).every((row) => holds(row, quality));
}
