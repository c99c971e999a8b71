import type { RegisteredEnvironment } from "../environments/registry.ts";

/** Nobody gets so far; where levels have no end, they end here. */
const MAX_LEVEL = 1000;

/** What is known of an environment's levels, which grow: one is there if a higher one is. */
interface Known {
  /** The highest level that was found to be there; −1 for none. */
  there: number;
  /** The lowest level that was found not to be. */
  missing: number;
}

const known = new WeakMap<RegisteredEnvironment, Known>();

/**
 * The last level of which an environment generates problems: beyond it, its parameters are refused.
 * Found by doubling and halving; −1 where there is none.
 */
export function findLastLevel(environment: RegisteredEnvironment): number {
  const levels = knownOf(environment);
  for (let level = Math.max(1, 2 * levels.there); level < levels.missing; level *= 2) {
    look(environment, level);
  }
  while (levels.missing - levels.there > 1) {
    look(environment, (levels.there + levels.missing) >> 1);
  }
  return levels.there;
}

/**
 * Whether a level admits problems. To look at one far beyond the last takes longest: after the first
 * such look the last one is known, so that nobody can ask for many.
 */
export function hasLevel(environment: RegisteredEnvironment, level: number): boolean {
  const levels = knownOf(environment);
  if (level > levels.there && level < levels.missing && !look(environment, level)) {
    return level <= findLastLevel(environment);
  }
  return level <= levels.there;
}

function knownOf(environment: RegisteredEnvironment): Known {
  let levels = known.get(environment);
  if (levels === undefined) {
    levels = { there: -1, missing: MAX_LEVEL + 1 };
    known.set(environment, levels);
  }
  return levels;
}

function look(environment: RegisteredEnvironment, level: number): boolean {
  const isThere = environment
    .levels(level)
    .some((parameters) => environment.parameters.safeParse(parameters).success);
  const levels = knownOf(environment);
  if (isThere) levels.there = level;
  else levels.missing = level;
  return isThere;
}
