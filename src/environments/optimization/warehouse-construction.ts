import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const cost = minimising({ beta: 5 });

/** Distances and costs are at most this multiple of N. */
const RANGE_MULTIPLE = 2;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  D: integersFrom(0, RANGE_MULTIPLE * LARGEST_N),
  P: integersFrom(0, LARGEST_N),
  C: integersFrom(0, RANGE_MULTIPLE * LARGEST_N),
  gold_answer: integerFrom(0),
}).check(
  lengths("N", "D", "P", "C"),
  holds("D", ({ D }) => D.every((at, i) => i === 0 || D[i - 1] < at), "must rise"),
);

interface Slope {
  readonly D: readonly number[];
  readonly P: readonly number[];
  readonly C: readonly number[];
}

export const warehouseConstruction = defineEnvironment({
  id: "WarehouseConstruction",
  title: "Warehouses along a slope",
  summary:
    "Choose which factories get a warehouse so that building plus downhill transport is cheapest.",
  reward: `${cost.words}; ${invalidWords("no factory, or products left over")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const D = [0, ...ascending(random.distinctIntegers(N - 1, 1, RANGE_MULTIPLE * N))];
    const P = random.integers(N, 0, N);
    const C = random.integers(N, 1, RANGE_MULTIPLE * N);
    const gold_answer = costOf({ D, P, C }, findCheapest({ D, P, C })) ?? 0;
    return { N, D, P, C, gold_answer };
  },

  prompt: ({ N, D, P, C }) =>
    `${N} factories, numbered from 0, lie one below the other on a slope. Factory i lies D[i] below the first one, has P[i] products, and a warehouse at it costs C[i] to build:
${formatLines(D, (at, i) => `D[${i}]=${at} P[${i}]=${P[i]} C[${i}]=${C[i]}`)}

Build warehouses at some of the factories. The products of a factory without a warehouse go downhill to the next factory with one, that of the smallest higher number; from factory i to factory j, each product costs D[j] − D[i]. Every factory with products needs a warehouse at it or below it.

Make the cost of building plus the cost of transport as small as possible.

Answer with the numbers of the factories at which warehouses are built, in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(answer, { N, D, P, C, gold_answer }) {
    const stray = findRangeFault(answer, 0, N - 1);
    if (stray !== undefined) return invalid(stray);
    const total = costOf({ D, P, C }, answer);
    return total === undefined
      ? invalid("products of the last factories have no warehouse below")
      : cost.verdict(total, gold_answer);
  },

  picture({ D, P, C }, chosen) {
    const slope = D.map((depth, factory) => [factory, 0 - depth]);
    const labels = P.map((products, factory) => `${factory}: P=${products} C=${C[factory]}`);
    return pointsPicture(slope, { labels, base: 0, lines: [slope], chosen, stretched: true });
  },

  solve: (slope) => findCheapest(slope).join(" "),
});

/** What warehouses cost, one that is named twice twice; undefined where products are left over. */
function costOf({ D, P, C }: Slope, built: readonly number[]): number | undefined {
  let total = built.reduce((sum, i) => sum + C[i], 0);
  const isBuilt = new Set(built);
  let warehouse = -1;
  for (let i = D.length - 1; i >= 0; i--) {
    if (isBuilt.has(i)) warehouse = i;
    if (P[i] === 0) continue;
    if (warehouse === -1) return undefined;
    total += P[i] * (D[warehouse] - D[i]);
  }
  return total;
}

/**
 * The cheapest warehouses, ascending: the least cost of all down to a warehouse at i is that of one
 * before it, of what is brought from between, and its own. O(N²).
 */
function findCheapest({ D, P, C }: Slope): number[] {
  const last = P.findLastIndex((products) => products > 0);
  if (last === -1) return [];
  const least: number[] = [];
  const before: number[] = [];
  for (const [i, own] of C.entries()) {
    least[i] = Number.POSITIVE_INFINITY;
    let transport = 0;
    for (let j = i - 1; j >= -1; j--) {
      const value = (j === -1 ? 0 : least[j]) + transport + own;
      if (value < least[i]) [least[i], before[i]] = [value, j];
      if (j >= 0) transport += P[j] * (D[i] - D[j]);
    }
  }
  let end = last;
  for (let i = last; i < C.length; i++) if (least[i] < least[end]) end = i;
  const built: number[] = [];
  for (let i = end; i >= 0; i = before[i]) built.push(i);
  return built.reverse();
}
