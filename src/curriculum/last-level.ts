import type { RegisteredEnvironment } from "../environments/registry.ts";

/** Nobody gets so far; where levels have no end, they end here. */
const MAX_LEVEL = 1000;

const lastLevels = new WeakMap<RegisteredEnvironment, number>();

/**
 * The last level of which an environment generates problems: beyond it, its parameters are refused.
 * Found by doubling and halving, since levels grow; −1 where there is none.
 */
export function findLastLevel(environment: RegisteredEnvironment): number {
  let last = lastLevels.get(environment);
  if (last === undefined) {
    last = searchLastLevel((level) => hasLevel(environment, level));
    lastLevels.set(environment, last);
  }
  return last;
}

function searchLastLevel(exists: (level: number) => boolean): number {
  let low = -1;
  let high = 1;
  while (high <= MAX_LEVEL && exists(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, MAX_LEVEL + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (exists(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const known = new WeakMap<RegisteredEnvironment, Map<number, boolean>>();

/** Whether a level admits problems. */
export function hasLevel(environment: RegisteredEnvironment, level: number): boolean {
  let levels = known.get(environment);
  if (levels === undefined) {
    levels = new Map();
    known.set(environment, levels);
  }
  let isThere = levels.get(level);
  if (isThere === undefined) {
    isThere =
      level <= MAX_LEVEL &&
      environment
        .levels(level)
        .some((parameters) => environment.parameters.safeParse(parameters).success);
    levels.set(level, isThere);
  }
  return isThere;
}
