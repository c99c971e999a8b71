import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { strongComponents } from "../toolkit/graphs/strong-components.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { betterThanBest } from "../toolkit/scoring/optima.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import { correct, malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The relations of a level are so many times as many as the variables: 1.0, 1.1, …, 2.0. */
const FACTORS = Array.from({ length: 11 }, (_, index) => (10 + index) / 10);
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

/** What each half of the reward is a power of. */
const BETA = 5;

/** How a relation of each code is written, from code 1 on, and when it holds. */
const RELATIONS = [
  { sign: "=", holds: (a: number | bigint, b: number | bigint) => a === b },
  { sign: "<", holds: (a: number | bigint, b: number | bigint) => a < b },
  { sign: "≥", holds: (a: number | bigint, b: number | bigint) => a >= b },
  { sign: ">", holds: (a: number | bigint, b: number | bigint) => a > b },
  { sign: "≤", holds: (a: number | bigint, b: number | bigint) => a <= b },
] as const;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N), M: sizeFrom(1, 10 * LARGEST_N) });
const variable = integerFrom(0, LARGEST_N - 1);
const Instance = instanceOf(Parameters, {
  relations: z.array(z.tuple([integerFrom(1, RELATIONS.length), variable, variable])),
  reference_answer: z.string(),
  gold_answer: integerFrom(1),
}).check(
  lengths(({ N, M }) => Math.min(M, N * (N - 1)), "relations"),
  holds(
    "relations",
    ({ N, relations }) => relations.every(([, a, b]) => a < N && b < N && a !== b),
    "must be between two different variables",
  ),
  holds(
    "relations",
    ({ N, relations }) => leastValues(N, relations) !== undefined,
    "must not contradict each other",
  ),
);

type Relations = readonly (readonly [code: number, a: number, b: number])[];
/** Variable `to` is at least variable `from` plus the weight. */
type Bound = [from: number, to: number, weight: number];

export const differenceConstraintSystemDag = defineEnvironment({
  id: "DifferenceConstraintSystemDAG",
  title: "Smallest sum under order relations",
  summary: "Find positive integers that obey relations =, <, ≤, >, ≥ and have the smallest sum.",
  reward: `0.5·(satisfied/all)^${BETA}, and if all are 0.5·(best/sum)^${BETA} more; 0 for a value below 1; ${malformedWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) => FACTORS.map((factor) => ({ N, M: Math.trunc(factor * N) }))),

  generate({ N, M }, random) {
    const X = random.integers(N, 1, N);
    const count = Math.min(M, N * (N - 1));
    const relations = random
      .distinctIntegers(count, 0, N * (N - 1) - 1)
      .map((pair): [number, number, number] => {
        const a = Math.floor(pair / (N - 1));
        const b = (pair % (N - 1)) + (pair % (N - 1) < a ? 0 : 1);
        const codes = RELATIONS.flatMap((relation, index) =>
          relation.holds(X[a], X[b]) ? [index + 1] : [],
        );
        return [random.choice(codes), a, b];
      });
    const values = leastValues(N, relations) ?? [];
    return { N, M, relations, reference_answer: values.join(" "), gold_answer: sum(values) };
  },

  prompt: ({ N, relations }) =>
    `Find positive integers x[0] to x[${N - 1}] that meet ${relations.length === 1 ? "this relation" : `these ${relations.length} relations`}:
${formatLines(relations, ([code, a, b]) => `x[${a}] ${RELATIONS[code - 1].sign} x[${b}]`)}

Make their sum as small as possible.

Answer with ${N === 2 ? "x[0] and x[1]" : `x[0] to x[${N - 1}]`} on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(values, { N, relations, gold_answer }) {
    const fault = findCountFault(values, N);
    if (fault !== undefined) return malformed(fault);
    const stray = values.find((value) => value < 1n);
    if (stray !== undefined) return partial(0, `${formatFigure(stray)} is not positive`);
    const satisfied = relations.filter(([code, a, b]) =>
      RELATIONS[code - 1].holds(values[a], values[b]),
    ).length;
    if (satisfied < relations.length) {
      const reward = 0.5 * powerOfRatio(satisfied, relations.length, BETA);
      return partial(reward, `${satisfied} of ${formatCount(relations.length, "relation")} hold`);
    }
    const [total, best] = [values.reduce((all, value) => all + value, 0n), BigInt(gold_answer)];
    if (total === best) return correct();
    if (total < best) return betterThanBest(total, best);
    const reached = `all relations hold, the sum is ${formatFigure(total)}`;
    return partial(
      0.5 + 0.5 * powerOfRatio(best, total, BETA),
      `${reached}, the least ${best}`,
      `${reached}, not the least`,
    );
  },

  /** Arrows from the left sides to the right. */
  picture: ({ N, relations }, values) =>
    graphPicture(
      N,
      relations.map(([code, a, b]) => [a, b, RELATIONS[code - 1].sign]),
      { directed: true, notes: values },
    ),

  solve: ({ N, relations }) => leastValuesByRaising(N, relations).join(" "),
});

function boundsOf(relations: Relations): Bound[] {
  return relations.flatMap(([code, a, b]): Bound[] => {
    switch (RELATIONS[code - 1].sign) {
      case "<":
        return [[a, b, 1]];
      case "≤":
        return [[a, b, 0]];
      case ">":
        return [[b, a, 1]];
      case "≥":
        return [[b, a, 0]];
      default:
        return [
          [a, b, 0],
          [b, a, 0],
        ];
    }
  });
}

/**
 * The least value of each variable, all of which are reached together: the longest path to it, where
 * variables that bound each other in a circle, and so are equal, count as one. Undefined if one of
 * such a circle would have to be larger than itself. O(N + M log M).
 */
function leastValues(N: number, relations: Relations): number[] | undefined {
  const bounds = boundsOf(relations);
  const componentOf = strongComponents(toDirectedAdjacency(N, bounds));
  const least = new Array<number>(N).fill(1);
  // Bounds lead to components of smaller number: those from the largest one come first.
  bounds.sort(([from], [other]) => componentOf[other] - componentOf[from]);
  for (const [from, to, weight] of bounds) {
    const [lower, upper] = [componentOf[from], componentOf[to]];
    if (lower === upper && weight > 0) return undefined;
    least[upper] = Math.max(least[upper], least[lower] + weight);
  }
  return componentOf.map((component) => least[component]);
}

/** The same by raising values from 1 until every bound holds. O(N M). */
function leastValuesByRaising(N: number, relations: Relations): number[] {
  const bounds = boundsOf(relations);
  const values = new Array<number>(N).fill(1);
  for (let hasRisen = true; hasRisen; ) {
    hasRisen = false;
    for (const [from, to, weight] of bounds) {
      if (values[to] >= values[from] + weight) continue;
      values[to] = values[from] + weight;
      hasRisen = true;
    }
  }
  return values;
}
