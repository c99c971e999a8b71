import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { exactCover } from "../toolkit/graphs/exact-cover.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers, memberRows } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const items = satisfying({ beta: 10, unit: "items are covered" });

/** There are at most so many sets for each item. */
const MAX_M_MULTIPLE = 2;
/** Beyond, looking for a cover may take long. */
const LARGEST_N = 60;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  Sets: integerRowsFrom(0)
    .min(1)
    .max(MAX_M_MULTIPLE * LARGEST_N),
  reference_answer: z.string(),
}).check(
  within("Sets", 0, ({ N }) => N - 1),
  holds(
    "Sets",
    ({ Sets }) => Sets.every(isAscending),
    "must hold each item once, in ascending order",
  ),
);

function isAscending(set: readonly number[]): boolean {
  return set.length > 0 && set.every((item, index) => index === 0 || set[index - 1] < item);
}

export const setCover = defineEnvironment({
  id: "SetCover",
  title: "Exact set cover",
  summary: "Select disjoint sets whose union is all N items.",
  reward: `${items.words}; ${invalidWords("no set, or sets with a common item")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const count = random.integer(3, N * MAX_M_MULTIPLE);
    const planted = random.integer(2, count - 1);
    const sets = Array.from({ length: count }, (_, index) => ({
      isPlanted: index < planted,
      members: [] as number[],
    }));
    for (let item = 0; item < N; item++) sets[random.integer(0, planted - 1)].members.push(item);
    for (const { members } of sets.slice(planted)) {
      const probability = random.unit();
      for (let item = 0; item < N; item++) if (random.chance(probability)) members.push(item);
    }
    const shown = random.shuffle(sets.filter(({ members }) => members.length > 0));
    return {
      N,
      Sets: shown.map(({ members }) => members),
      reference_answer: [...shown.keys()].filter((index) => shown[index].isPlanted).join(" "),
    };
  },

  prompt: ({ N, Sets }) =>
    `There are ${N} items, numbered from 0 to ${N - 1}, and ${Sets.length} sets of them, numbered from 0:
${formatLines(Sets, (set, index) => `set ${index}: ${set.join(" ")}`)}

Select some of the sets so that every item lies in exactly one of the selected sets.

Answer with the numbers of the selected sets in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(answer, { N, Sets }) {
    const stray = findRangeFault(answer, 0, Sets.length - 1);
    if (stray !== undefined) return invalid(stray);
    const covered = new Set<number>();
    for (const index of new Set(answer)) {
      for (const item of Sets[index]) {
        if (covered.has(item)) return invalid(`item ${item} lies in two selected sets`);
        covered.add(item);
      }
    }
    return items.verdict(covered.size, N);
  },

  picture: ({ N, Sets }, selected) =>
    gridPicture(memberRows(Sets, N), {
      clues: lineNumbers(Sets.length, N),
      chosen: selected?.flatMap((set) => (Sets[set] ?? []).map((item) => [set, item])),
    }),

  solve: ({ N, Sets }) => (exactCover(N, Sets) ?? []).join(" "),
});
