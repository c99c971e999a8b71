import type { Registry } from "../environments/registry.ts";
import type { Failure } from "../problems/failure.ts";
import type { ProblemReference } from "../problems/reference.ts";
import { quote } from "../wording.ts";

/**
 * The splits of OpenEnv's Task API. Their seeds are disjoint, and those of `test` begin beyond every
 * seed that a session counts to or a group id hashes to: a test problem is never trained on by
 * accident.
 */
const SPLITS = {
  train: { firstSeed: 0, seeds: 250 },
  test: { firstSeed: 2 ** 32, seeds: 5 },
} as const;

/** Tasks are of the levels below this one. */
const LEVELS = 10;

export type SplitName = keyof typeof SPLITS;

export const SPLIT_NAMES = Object.keys(SPLITS) as readonly SplitName[];

export function isSplitName(name: string): name is SplitName {
  return Object.hasOwn(SPLITS, name);
}

/** How many tasks a split has: so many for each environment and level. */
export function countTasks(split: SplitName, registry: Registry): number {
  return registry.size * LEVELS * SPLITS[split].seeds;
}

/**
 * The task of an index. Consecutive tasks are of one environment after the other, in the order of
 * their identifiers; after each round the level rises by one, after the last level the seed: with E
 * environments, task i is of environment i mod E, level ⌊i / E⌋ mod 10 and seed first + ⌊i / 10E⌋.
 * So every stretch of a split is balanced, and its first tasks are the easiest.
 * @returns undefined beyond the last index, and for negative ones
 */
export function findTask(
  split: SplitName,
  index: number,
  registry: Registry,
): ProblemReference | undefined {
  if (!(index >= 0 && index < countTasks(split, registry))) return undefined;
  const identifiers = sortIdentifiers(registry);
  const round = Math.floor(index / identifiers.length);
  return {
    environment: identifiers[index % identifiers.length],
    difficulty: round % LEVELS,
    seed: SPLITS[split].firstSeed + Math.floor(round / LEVELS),
  };
}

/** The task that a client names, or why there is none. */
export function parseTask(
  split: string,
  index: number,
  registry: Registry,
): ProblemReference | Failure {
  if (!isSplitName(split)) return { failure: "invalid", message: describeUnknownSplit(split) };
  const last = countTasks(split, registry) - 1;
  const message = `There is no task ${index} in ${split}: its tasks are 0 to ${last}.`;
  return findTask(split, index, registry) ?? { failure: "invalid", message };
}

/** In the words of OpenEnv's own providers of tasks. */
export function describeUnknownSplit(split: string): string {
  return `unknown split ${quote(split)}; served splits are [${SPLIT_NAMES.map(quote).join(", ")}]`;
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
