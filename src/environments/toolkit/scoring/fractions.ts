import type { PowerConstants } from "./optima.ts";
import { powerOfRatio } from "./powers.ts";
import { correct, partial, type Verdict } from "./verdicts.ts";

/** How a share of a whole is paid: the verdict, and its words for `reward`. */
export interface FractionScoring {
  readonly words: string;
  /** The verdict on `count` of `total`, 0 ≤ count ≤ total; 1 exactly when they are equal. */
  verdict(count: number, total: number): Verdict;
}

/** Constants of a power of a fraction, and the unit that is counted, for the reason. */
export interface FractionConstants extends PowerConstants {
  readonly unit: string;
}

/** (matched / all)^β: how much of an answer agrees with the right one ("positions right"). */
export function matching({ beta, unit }: FractionConstants): FractionScoring {
  return powerOfFraction(`(matched/all)^${beta}`, beta, unit);
}

/** (satisfied / all)^β: how many of the conditions an answer meets ("inequalities hold"). */
export function satisfying({ beta, unit }: FractionConstants): FractionScoring {
  return powerOfFraction(`(satisfied/all)^${beta}`, beta, unit);
}

/** (|intersection| / |union|)^β of two sets, given by the two counts (Jaccard's index). */
export function overlapping({ beta }: PowerConstants): FractionScoring {
  return powerOfFraction(
    `(common/union)^${beta}`,
    beta,
    "elements of the union are common to both",
  );
}

function powerOfFraction(words: string, beta: number, unit: string): FractionScoring {
  return {
    words,
    verdict: (count, total) =>
      count === total
        ? correct()
        : partial(powerOfRatio(count, total, beta), `${count} of ${total} ${unit}`),
  };
}
