import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import {
  inverseModulo,
  multiplyModulo,
  powerModulo,
  remainder,
} from "../toolkit/numbers/modular.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const PRIMES = [666_623_333, 998_244_353, 1_000_000_007];
/** Solving takes N³ steps. */
const MAX_N = 150;

const index = integerFrom(1, MAX_N);

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integerFrom(1, MAX_N),
  Q: integerFrom(1, MAX_N),
  intervals: z.array(z.tuple([index, index])),
  MOD: z.literal(PRIMES),
  reference_answer: integerFrom(0),
}).check(
  lengths("Q", "intervals"),
  holds(
    "intervals",
    ({ N, intervals }) => intervals.every(([l, r]) => l <= r && r <= N),
    "must have 1 ≤ L ≤ R ≤ N each",
  ),
);

interface Queries {
  N: number;
  X: number;
  intervals: readonly (readonly [number, number])[];
  MOD: number;
}

export const maxRmqExpectation = defineEnvironment({
  id: "MaxRMQExpectation",
  title: "Expected maximum of minima",
  summary:
    "Find the expected maximum, over given intervals, of the interval minimum of a uniform random array, modulo a prime.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const X = random.integer(2, N);
    const Q = random.integer(1, N);
    const intervals = Array.from({ length: Q }, (): [number, number] => {
      const [a, b] = random.integers(2, 1, N);
      return a < b ? [a, b] : [b, a];
    });
    const MOD = random.choice(PRIMES);
    return { N, X, Q, intervals, MOD, reference_answer: expectation({ N, X, intervals, MOD }) };
  },

  prompt: ({ N, X, Q, intervals, MOD }) =>
    `The elements of an array ${indexedSeries("A", N, 1)} are drawn independently, each uniformly from the integers from 1 to ${X}. ${Q === 1 ? "Here is 1 interval" : `Here are ${formatCount(Q, "interval")}`} of indices, one a line as "L R", both ends included:
${formatRows(intervals)}

For each interval, take the smallest of A[L], …, A[R]; then take the largest of these ${Q === 1 ? "minima (here there is one)" : `${Q} minima`}. What is its expected value? Give it modulo the prime ${MOD}: if it is p/q in lowest terms, the answer is the integer r with 0 ≤ r < ${MOD} and q·r ≡ p modulo ${MOD}.

Answer with r as one integer, like this: r`,

  picture: ({ intervals }) => intervalsPicture(intervals, { base: 1 }),

  ...exactRemainder("MOD", expectationByCounts),
});

/** For each end, the latest start of an interval that ends there or before; 0 for none. */
function latestStarts({ N, intervals }: Queries): number[] {
  const starts = new Array<number>(N + 1).fill(0);
  for (const [l, r] of intervals) starts[r] = Math.max(starts[r], l);
  for (let end = 1; end <= N; end++) starts[end] = Math.max(starts[end], starts[end - 1]);
  return starts;
}

/**
 * The sum over t = 1..X of the probability that some interval has all elements at least t. Otherwise
 * each interval holds a smaller one: over the positions of these, each with probability (t − 1)/X, by
 * the last one, which must not lie before an interval that has ended. O(X · N).
 */
function expectation(queries: Queries): number {
  const { N, X, MOD } = queries;
  const starts = latestStarts(queries);
  const inverse = inverseModulo(X, MOD);
  let total = 0;
  for (let t = 1; t <= X; t++) {
    const small = multiplyModulo(t - 1, inverse, MOD);
    const large = remainder(1 - small, MOD);
    const scale = large === 0 ? 0 : inverseModulo(large, MOD);
    // lastAt[p] · large^(i − p): the last smaller element up to i is at p; kept as lastAt[p] / large^p.
    let [power, unscaled] = [1, 1];
    const lastAt = [1];
    let sum = 1; // Σ lastAt[p] / large^p over the p that no ended interval rules out
    let first = 0;
    for (let i = 1; i <= N; i++) {
      const here = multiplyModulo(multiplyModulo(sum, power, MOD), small, MOD);
      power = multiplyModulo(power, large, MOD);
      unscaled = multiplyModulo(unscaled, scale, MOD);
      lastAt.push(multiplyModulo(here, unscaled, MOD));
      sum = (sum + lastAt[i]) % MOD;
      for (; first < starts[i]; first++) sum = remainder(sum - lastAt[first], MOD);
    }
    total = remainder(total + 1 - multiplyModulo(sum, power, MOD), MOD);
  }
  return total;
}

/** By counting arrays: those in which each interval holds an element below t, of all X^N. O(X · N²). */
function expectationByCounts(queries: Queries): number {
  const { N, X, MOD } = queries;
  const starts = latestStarts(queries);
  const all = powerModulo(X, N, MOD);
  let total = 0;
  for (let t = 1; t <= X; t++) {
    let ways = new Array<number>(N + 1).fill(0);
    ways[0] = 1;
    for (let i = 1; i <= N; i++) {
      const sum = ways.reduce((before, count) => (before + count) % MOD, 0);
      ways = ways.map((count) => multiplyModulo(count, X - t + 1, MOD));
      ways[i] = multiplyModulo(sum, t - 1, MOD);
      for (let p = 0; p < starts[i]; p++) ways[p] = 0;
    }
    const below = ways.reduce((sum, count) => (sum + count) % MOD, 0);
    total = remainder(total + all - below, MOD);
  }
  return multiplyModulo(total, inverseModulo(all, MOD), MOD);
}
