import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers, memberRows } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const subsets = satisfying({ beta: 10, unit: "subsets are split" });

/** The subsets of a level are so many times as many as the elements: 1.0, 1.1, …, 3.0. */
const FACTORS = Array.from({ length: 21 }, (_, index) => (10 + index) / 10);
/** Beyond, looking for a part may take long. */
const LARGEST_N = 60;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N), M: sizeFrom(1, 10 * LARGEST_N) });
const Instance = instanceOf(Parameters, {
  Sets: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("M", "Sets"),
  within("Sets", 0, ({ N }) => N - 1),
  holds(
    "Sets",
    ({ Sets }) => Sets.every((set) => set.length > 1 && new Set(set).size === set.length),
    "must have two elements or more each, and none twice",
  ),
);

/**
 * Large subsets are easily split: a random part has a mean reward of 0.33 at level 3 and 0.52 at level
 * 20, and splits all of them in nearly half of the problems of level 0 and a fifth of later ones.
 */
export const setSplitting = defineEnvironment({
  id: "SetSplitting",
  title: "Split every subset",
  summary: "Divide 0..N−1 in two parts so that every given subset has elements on both sides.",
  reward: `${subsets.words}; ${invalidWords("no element, or one twice")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) =>
    FACTORS.map((factor) => ({ N, M: Math.trunc(factor * N) })),
  ),

  generate({ N, M }, random) {
    const order = random.permutation(N);
    const size = random.integer(1, N - 1);
    const [part, complement] = [order.slice(0, size), order.slice(size)];
    const Sets = Array.from({ length: M }, () =>
      random.shuffle([
        ...random.sample(part, random.integer(1, part.length)),
        ...random.sample(complement, random.integer(1, complement.length)),
      ]),
    );
    return { N, M, Sets, reference_answer: part.join(" ") };
  },

  prompt: ({ N, M, Sets }) =>
    `Here ${M === 1 ? "is a subset" : `are ${M} subsets`} of the integers from 0 to ${N - 1}, one a line:
${formatRows(Sets)}

Divide the integers from 0 to ${N - 1} into two parts so that every one of these subsets has an element in the first part and an element in the second.

Answer with the elements of the first part alone, in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(answer, { N, M, Sets }) {
    const fault = findIndexFault(answer, N);
    if (fault !== undefined) return invalid(fault);
    const part = new Set(answer);
    const split = Sets.filter((set) => {
      const inside = set.filter((element) => part.has(element)).length;
      return inside > 0 && inside < set.length;
    });
    return subsets.verdict(split.length, M);
  },

  picture({ N, M, Sets }, first) {
    const isFirst = new Set(first);
    return gridPicture(memberRows(Sets, N), {
      clues: lineNumbers(M, N),
      chosen: Sets.flatMap((set, row) =>
        set.filter((item) => isFirst.has(item)).map((item) => [row, item]),
      ),
    });
  },

  solve: ({ N, Sets }) => (findPart(N, Sets) ?? []).join(" "),
});

/**
 * A part that splits all subsets: sides are given element by element, and a subset whose others all
 * lie on one side forces its last one to the other (unit propagation). At most 2^(N−1) choices, few
 * in practice.
 */
function findPart(N: number, Sets: readonly (readonly number[])[]): number[] | undefined {
  const setsOf = Array.from({ length: N }, (_, element) =>
    Sets.filter((set) => set.includes(element)),
  );
  const sides = new Int8Array(N).fill(-1);

  /** Gives a side and all that follows; the elements given, or undefined after taking them back. */
  function give(element: number, side: number): number[] | undefined {
    const given: number[] = [];
    const queue: [number, number][] = [[element, side]];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [current, wanted] = next;
      if (sides[current] === wanted) continue;
      const isClash = sides[current] !== -1;
      if (!isClash) {
        sides[current] = wanted;
        given.push(current);
      }
      const forced = isClash ? undefined : findForced(current);
      if (forced === undefined) {
        for (const taken of given) sides[taken] = -1;
        return undefined;
      }
      queue.push(...forced);
    }
    return given;
  }

  /** What the subsets of an element force; undefined where one of them can be split no more. */
  function findForced(element: number): [number, number][] | undefined {
    const forced: [number, number][] = [];
    for (const set of setsOf[element]) {
      if (set.some((other) => sides[other] === 1 - sides[element])) continue;
      const open = set.filter((other) => sides[other] === -1);
      if (open.length === 0) return undefined;
      if (open.length === 1) forced.push([open[0], 1 - sides[element]]);
    }
    return forced;
  }

  function search(): boolean {
    const element = sides.indexOf(-1);
    if (element === -1) return true;
    // The two parts are alike: the first element lies in the first one.
    for (const side of element === 0 ? [1] : [1, 0]) {
      const given = give(element, side);
      if (given === undefined) continue;
      if (search()) return true;
      for (const taken of given) sides[taken] = -1;
    }
    return false;
  }

  return search() ? [...sides.keys()].filter((element) => sides[element] === 1) : undefined;
}
