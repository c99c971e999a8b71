import type { Registry } from "../environments/registry.ts";
import type { Failure } from "../problems/failure.ts";
import { SPLITS, type Split } from "../problems/split.ts";
import { MAX_DRAWS, type SplitTarget } from "../problems/split-search.ts";
import { quote } from "../wording.ts";

/** How many tasks of an environment and level the splits of OpenEnv's Task API have. */
const TASKS: Readonly<Record<Split, number>> = { train: 250, test: 5 };

/** Tasks are of the levels below this one. */
export const LEVELS = 10;

export function isSplit(name: string): name is Split {
  return Object.hasOwn(TASKS, name);
}

/** How many tasks a split has: so many for each environment and level. */
export function countTasks(split: Split, registry: Registry): number {
  return registry.size * LEVELS * TASKS[split];
}

/**
 * The task of an index. Consecutive tasks are of one environment after the other, in the order of
 * their identifiers; after each round the level rises by one, after the last level begins the next
 * turn: with E environments, task i is of environment i mod E, level ⌊i / E⌋ mod 10 and turn
 * ⌊i / 10E⌋. So every stretch of a split is balanced, and its first tasks are the easiest. Each turn
 * has seeds of its own, as many as may be tried, and its problem is the first of the split; where
 * the level has none among them, one of a higher level.
 * @returns undefined beyond the last index, and for negative ones
 */
export function findTask(split: Split, index: number, registry: Registry): SplitTarget | undefined {
  if (!(index >= 0 && index < countTasks(split, registry))) return undefined;
  const identifiers = sortIdentifiers(registry);
  const round = Math.floor(index / identifiers.length);
  return {
    environment: identifiers[index % identifiers.length],
    difficulty: round % LEVELS,
    seed: MAX_DRAWS * Math.floor(round / LEVELS),
    split,
    mayRise: true,
  };
}

/** The task that a client names, or why there is none. */
export function parseTask(split: string, index: number, registry: Registry): SplitTarget | Failure {
  if (!isSplit(split)) return { failure: "invalid", message: describeUnknownSplit(split) };
  const last = countTasks(split, registry) - 1;
  const message = `There is no task ${index} in ${split}: its tasks are 0 to ${last}.`;
  return findTask(split, index, registry) ?? { failure: "invalid", message };
}

/** In the words of OpenEnv's own providers of tasks. */
export function describeUnknownSplit(split: string): string {
  return `unknown split ${quote(split)}; served splits are [${SPLITS.map(quote).join(", ")}]`;
}

const sorted = new WeakMap<Registry, readonly string[]>();

/** By code point: the same order on every machine, whatever its language. */
function sortIdentifiers(registry: Registry): readonly string[] {
  let identifiers = sorted.get(registry);
  if (identifiers === undefined) {
    identifiers = [...registry.keys()].sort();
    sorted.set(registry, identifiers);
  }
  return identifiers;
}
