import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatSeries, indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000_000;
/** N² steps. */
const MAX_N = 3_000;

/** Height and bound. */
const Item = z.tuple([integerFrom(1, MAX_N), integerFrom(1, MAX_N)]);
type Item = z.infer<typeof Item>;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: z.array(Item),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  lengths("N", "A"),
  holds("A", ({ N, A }) => A.every(([height]) => height <= N), "must have heights of at most N"),
);

interface Landform {
  A: readonly Item[];
  MOD: number;
}

/** At level 0 the answer is 3 in over 40 % of the problems. */
export const landformGenerationCounting = defineEnvironment({
  id: "LandformGenerationCounting",
  title: "Height sequences of bounded items",
  summary:
    "Count distinct height sequences reachable by orders in which each item has fewer than C taller items before it, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const heights = random.integers(N, 1, N);
    const items = heights.map((height, place): Item => {
      const countTaller = (some: readonly number[]) => some.filter((h) => h > height).length;
      const before = countTaller(heights.slice(0, place));
      return [height, random.integer(before + 1, countTaller(heights) + 1)];
    });
    const A = random.shuffle(items);
    const MOD = random.integer(2, MAX_MOD);
    return { N, A, MOD, reference_answer: countSequences({ A, MOD }) };
  },

  prompt: ({ N, A, MOD }) =>
    `There are ${N} items, numbered from 0. Item i has a height H[i] and a bound C[i]:
${formatLines(A, ([height, bound], item) => `H[${item}]=${height} C[${item}]=${bound}`)}

The items are put in an order ${indexedSeries("p", N)}. An order is valid if, for each item i, strictly fewer than C[i] items of a strictly greater height than H[i] stand before it. An order gives the sequence of heights ${formatSeries(N, (place) => `H[p[${place}]]`)}.

How many different sequences of heights do the valid orders give? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countByGaps),
});

/** The items by height from the tallest class on: how many are taller, and the sorted bounds. */
function classesOf(A: readonly Item[]): { taller: number; bounds: number[] }[] {
  const boundsByHeight = new Map<number, number[]>();
  for (const [height, bound] of A) {
    boundsByHeight.set(height, [...(boundsByHeight.get(height) ?? []), bound]);
  }
  let taller = 0;
  return [...boundsByHeight]
    .sort(([a], [b]) => b - a)
    .map(([, bounds]) => {
      taller += bounds.length;
      return { taller: taller - bounds.length, bounds: bounds.sort((a, b) => a - b) };
    });
}

/**
 * The items of a class are put into the gaps among the taller ones, whatever shorter ones do later:
 * non-decreasing gaps g₁ ≤ g₂ ≤ … counted from 1, each at most the k-th bound in ascending order (the
 * strictest item goes first). Classes are independent. O(N²).
 */
function countSequences({ A, MOD }: Landform): number {
  let product = 1 % MOD;
  for (const { taller, bounds } of classesOf(A)) {
    // ways[g]: sequences so far whose last gap is g.
    let ways = new Array<number>(taller + 2).fill(0);
    ways[1] = 1 % MOD;
    for (const bound of bounds) {
      let total = 0;
      ways = ways.map((value, gap) => {
        total = (total + value) % MOD;
        return gap >= 1 && gap <= bound ? total : 0;
      });
    }
    product = multiplyModulo(
      product,
      ways.reduce((sum, value) => (sum + value) % MOD, 0),
      MOD,
    );
  }
  return product;
}

/** Gap by gap instead: how many items of the class stand in the gaps up to each one. O(N²) a class. */
function countByGaps({ A, MOD }: Landform): number {
  let product = 1 % MOD;
  for (const { taller, bounds } of classesOf(A)) {
    let ways = new Array<number>(bounds.length + 1).fill(0);
    ways[0] = 1 % MOD;
    for (let gap = 1; gap <= taller + 1; gap++) {
      const next = [...ways];
      // One more item in this gap, which its bound must allow.
      for (const [placed, bound] of bounds.entries()) {
        if (gap <= bound) next[placed + 1] = (next[placed + 1] + next[placed]) % MOD;
      }
      ways = next;
    }
    product = multiplyModulo(product, ways[bounds.length], MOD);
  }
  return product;
}
