import { product, type Ratio } from "../numbers/ratios.ts";
import { maximising, minimising, type PowerConstants } from "./optima.ts";
import type { Verdict } from "./verdicts.ts";

/** How a ratio to be made best is paid. */
export interface RatioScoring {
  readonly words: string;
  verdict(value: Ratio, best: Ratio): Verdict;
}

/** A maximisation's (value / best)^β for ratios; 1 exactly when they are equal. */
export function maximisingRatio(constants: PowerConstants): RatioScoring {
  return ofCrossProducts(maximising(constants));
}

/** A minimisation's (best / value)^β for ratios; 1 exactly when they are equal. */
export function minimisingRatio(constants: PowerConstants): RatioScoring {
  return ofCrossProducts(minimising(constants));
}

function ofCrossProducts({ words, verdict }: ReturnType<typeof maximising>): RatioScoring {
  return {
    words,
    verdict(value, best) {
      const { reward, reason } = verdict(product(value[0], best[1]), product(best[0], value[1]));
      if (reason === undefined) return { reward };
      // The ratios themselves instead of their cross products.
      const reached = `ratio ${value.join("/")}`;
      return {
        reward,
        reason: `${reached}, best ${best.join("/")}`,
        goldFreeReason: `${reached} is not the best`,
      };
    },
  };
}
