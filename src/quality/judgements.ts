import type { LevelFigures } from "./columns.ts";
import { LAZY } from "./columns.ts";
import type { Quality } from "./figures.ts";

/**
 * How often guessing is right: the best accuracy of a policy that does not look at the problem, or
 * only echoes it. The commonest answer's is without the problem that it was taken from.
 */
export function chanceOf({ policies, solved }: Pick<LevelFigures, "policies" | "solved">): number {
  const shares = LAZY.map((name) => {
    const accuracy = policies[name]?.accuracy ?? 0;
    return name === "commonest" ? (accuracy * solved - 1) / Math.max(1, solved - 1) : accuracy;
  });
  return Number(Math.max(0, ...shares).toFixed(4));
}

/**
 * How many different problems there are at least at a level. Of n problems drawn alike from N,
 * n(n − 1)/2N pairs are equal in the mean; where problems are not drawn alike, more are. So the pairs
 * divided by the highest mean that the equal ones admit (at 95 %, if their number is Poisson's) are a
 * lower bound: a thousand draws without an equal pair say 168,000. Problems do not get fewer as they
 * get larger, so the bounds of lower levels hold, too, where of large ones fewer were drawn.
 */
export function leastDistinct({ levels }: Pick<Quality, "levels">, level: number): number {
  return Math.max(0, ...levels.filter((row) => row.level <= level).map(leastDrawn));
}

function leastDrawn({ drawn, distinct, equalPairs }: LevelFigures): number {
  const pairs = (drawn * (drawn - 1)) / 2;
  return Math.max(distinct, Math.floor(pairs / highestMean(equalPairs)));
}

/** The upper end, at 95 %, of the mean of a Poisson variable that was seen to be k (Wilson and Hilferty's). */
function highestMean(k: number): number {
  const n = k + 1;
  return n * (1 - 1 / (9 * n) + 1.645 / (3 * Math.sqrt(n))) ** 3;
}

/**
 * The rows of the measured levels around a level: that level itself or the one below and the one
 * above; beyond the last, the last.
 */
export function rowsAround({ levels }: Pick<Quality, "levels">, level: number): LevelFigures[] {
  const below = levels.findLast((row) => row.level <= level);
  const above = levels.find((row) => row.level >= level);
  return [...new Set([below, above])].filter((row) => row !== undefined);
}
