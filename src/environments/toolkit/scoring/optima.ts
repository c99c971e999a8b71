import { formatFigure } from "../text/figures.ts";
import { powerOfRatio } from "./powers.ts";
import { correct, malformed, partial, type Verdict } from "./verdicts.ts";

/** How a value to be made best is paid: the verdict, and its words for `reward`. */
export interface OptimumScoring {
  readonly words: string;
  /** The verdict on a value reached, beside the best one: both numbers or both bigints. */
  verdict(value: number | bigint, best: number | bigint): Verdict;
}

/** Constants of a reward that is a power of a ratio. */
export interface PowerConstants {
  readonly beta: number;
}

/**
 * A maximisation's (value / best)^β for 0 ≤ value ≤ best; 1 exactly when they are equal (also when
 * both are 0).
 */
export function maximising({ beta }: PowerConstants): OptimumScoring {
  return {
    words: `(value/best)^${beta}`,
    verdict(value, best) {
      if (value === best) return correct();
      if (value > best) return betterThanBest(value, best);
      return notBest(powerOfRatio(value, best, beta), value, best);
    },
  };
}

/**
 * A minimisation's (best / value)^β for 0 ≤ best ≤ value; 1 exactly when they are equal (also when
 * both are 0).
 */
export function minimising({ beta }: PowerConstants): OptimumScoring {
  return {
    words: `(best/value)^${beta}`,
    verdict(value, best) {
      if (value === best) return correct();
      if (value < best) return betterThanBest(value, best);
      return notBest(powerOfRatio(best, value, beta), value, best);
    },
  };
}

function notBest(reward: number, value: number | bigint, best: number | bigint): Verdict {
  const reached = `value ${formatFigure(value)}`;
  return partial(reward, `${reached}, best ${formatFigure(best)}`, `${reached} is not the best`);
}

/** A value better than gold, which a sound gold value makes impossible: −1, as in the original. */
export function betterThanBest(value: number | bigint, best: number | bigint): Verdict {
  const reason = `value ${formatFigure(value)} is better than the stored best`;
  return { ...malformed(`${reason} ${formatFigure(best)}`), goldFreeReason: reason };
}
