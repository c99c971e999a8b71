import { formatFigure } from "../text/figures.ts";
import { wrongValue } from "./exact.ts";
import type { PowerConstants } from "./optima.ts";
import { powerOfRatio } from "./powers.ts";
import { correct, malformed, malformedWords, type Verdict } from "./verdicts.ts";

/** How a single value is paid by how near it comes. */
export interface NearnessScoring {
  readonly words: string;
  /** The verdict on an answer beside the right value: both numbers or both bigints. */
  verdict(answer: number | bigint, gold: number | bigint): Verdict;
}

/** (min/max)^β of a positive answer and a positive right value: how near a size comes. */
export function nearness({ beta }: PowerConstants): NearnessScoring {
  return {
    words: `(min/max)^${beta} of answer and right value`,
    verdict(answer, gold) {
      if (answer === gold) return correct();
      const [low, high] = answer < gold ? [answer, gold] : [gold, answer];
      return wrongValue(powerOfRatio(low, high, beta), answer, gold);
    },
  };
}

/**
 * The same for a count, which is never below `least`: a smaller answer earns −1. With `least` 0, a
 * right value of 0 is met exactly or earns 0.
 */
export function nearnessOfCount({
  beta,
  least,
}: PowerConstants & { readonly least: 0 | 1 }): NearnessScoring {
  const near = nearness({ beta });
  const fault = least === 0 ? "negative" : "not positive";
  return {
    words: `${near.words}; ${malformedWords(fault)}`,
    verdict: (answer, gold) =>
      answer < least
        ? malformed(`${formatFigure(answer)} is ${fault}`)
        : near.verdict(answer, gold),
  };
}
