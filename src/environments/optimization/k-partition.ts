import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { recurrence } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { placeholderLines, placeholders } from "../toolkit/text/placeholders.ts";

/** The sizes of a group that a level offers. */
const SIZES = [2, 3, 4, 5];
/** Beyond, looking for a partition may take long. */
const LARGEST_N = 150;

const Parameters = z
  .object({ N: sizeFrom(4, LARGEST_N), K: sizeFrom(2, LARGEST_N) })
  .check(holds("K", ({ N, K }) => N % K === 0, "must divide N"));
const Instance = instanceOf(Parameters, {
  T: integerFrom(1, LARGEST_N ** 2),
  Multiset_S: integersFrom(1, LARGEST_N ** 2),
  reference_answer: z.string(),
}).check(
  lengths("N", "Multiset_S"),
  holds("T", ({ N, K, T, Multiset_S }) => T * (N / K) === sum(Multiset_S), "must be sum / (N/K)"),
);

export const kPartition = defineEnvironment({
  id: "KPartition",
  title: "Groups of K with equal sums",
  summary: "Divide N positive integers into groups of K that all have the same sum.",
  reward: `${EXACT_WORDS}; ${invalidWords("no division into groups of K")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    2,
    (groups) => groups + 1,
    (groups) => SIZES.map((K) => ({ N: groups * K, K })),
  ),

  generate({ N, K }, random) {
    const T = random.integer(Math.max(K, Math.floor((N * K) / 10)), N * K);
    const groups = Array.from({ length: N / K }, () => randomComposition(T, K, random));
    const Multiset_S = random.shuffle(groups.flat());
    return { N, K, T, Multiset_S, reference_answer: formatRows(groups) };
  },

  prompt: ({ N, K, T, Multiset_S }) =>
    `Here are ${N} positive integers; equal ones count separately:
${Multiset_S.join(" ")}

Divide them into ${N / K} groups of ${K} integers each, so that each integer of the list is used exactly once and all groups have the same sum, which is the sum of all ${N} integers divided by ${N / K}: ${T}.

Answer with ${N / K} lines, one for each group, that hold its ${K} integers, separated by spaces, like this:
${placeholderLines(placeholders(K), N / K)}`,

  answer: integerMatrix,

  score(groups, { N, K, T, Multiset_S }) {
    const fault = findShapeFault(groups, N / K, K) ?? findForeign(groups.flat(), Multiset_S);
    if (fault !== undefined) return invalid(fault);
    const uneven = groups.findIndex((group) => sum(group) !== T);
    return exact(uneven === -1, `group ${uneven + 1} does not have the sum ${T}`);
  },

  picture: ({ Multiset_S }) => barsPicture(Multiset_S),

  solve: ({ Multiset_S, K, T }) => formatRows(findGroups(Multiset_S, K, T)),
});

/** Which of as many values is not of the multiset, or too often, as a reason. */
function findForeign(values: readonly number[], multiset: readonly number[]): string | undefined {
  const left = tally(multiset);
  for (const value of values) {
    const count = left.get(value) ?? 0;
    if (count === 0) return `${formatFigure(value)} is not in the list, or not so often`;
    left.set(value, count - 1);
  }
  return undefined;
}

/** How many partners the first search tries, and by what each further one tries more. */
const FIRST_BUDGET = 2_000;
const BUDGET_GROWTH = 1.3;

/**
 * Groups of K with the sum T: depth first, the largest value left takes partners, each no larger
 * than the one before. The first search tries large ones first, further ones go in random orders,
 * each with a larger budget. Exponential at worst, milliseconds at 22 groups; empty if a search has
 * tried everything.
 */
function findGroups(multiset: readonly number[], K: number, T: number): number[][] {
  const random = new Random("groups of equal sums");
  const counts = tally(ascending(multiset).reverse());
  const values = [...counts.keys()];
  const left = [...counts.values()];
  const indexOf = new Map(values.map((value, index) => [value, index]));
  const taken: number[] = [];
  let [tried, budget, isRandom] = [0, FIRST_BUDGET, false];

  /** Which values may come next, by index, if so many are to come that sum up to `need`. */
  function candidates(slots: number, need: number, from: number): number[] {
    if (slots === 1) {
      const last = indexOf.get(need) ?? -1;
      return last >= from && left[last] > 0 ? [last] : [];
    }
    const least = values[left.findLastIndex((count) => count > 0)];
    const found: number[] = [];
    for (let index = from; index < values.length && values[index] * slots >= need; index++) {
      if (left[index] > 0 && values[index] + (slots - 1) * least <= need) found.push(index);
    }
    return isRandom ? random.shuffle(found) : found;
  }

  function complete(slots: number, need: number, from: number): boolean {
    const isNew = slots === 0;
    const largest = isNew ? left.findIndex((count) => count > 0) : -1;
    if (isNew && largest === -1) return true;
    const [open, rest] = isNew ? [K, T] : [slots, need];
    for (const index of isNew ? [largest] : candidates(slots, need, from)) {
      if (++tried > budget) return false;
      left[index]--;
      taken.push(values[index]);
      if (complete(open - 1, rest - values[index], index)) return true;
      left[index]++;
      taken.pop();
    }
    return false;
  }

  while (!complete(0, 0, 0)) {
    if (tried <= budget) return [];
    [tried, budget, isRandom] = [0, budget * BUDGET_GROWTH, true];
  }
  return Array.from({ length: taken.length / K }, (_, group) =>
    taken.slice(group * K, (group + 1) * K),
  );
}
