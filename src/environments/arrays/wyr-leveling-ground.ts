import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { extendedGcd } from "../toolkit/numbers/extended-gcd.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** A and B lie in [1, A_B_MULTIPLE · N], their multiples in an element in [0, A_B_MULTIPLE · N]. */
const A_B_MULTIPLE = 2;
/** Keeps every product of the search below 2^53. */
const MAX_N = 10_000;
const MAX_STEP = A_B_MULTIPLE * MAX_N;
const MAX_HEIGHT = 2 * MAX_STEP ** 2;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1, MAX_STEP),
  B: integerFrom(1, MAX_STEP),
  H: integersFrom(-MAX_HEIGHT, MAX_HEIGHT),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "H"),
  holds("B", ({ A, B }) => A !== B, "must differ from A"),
  holds(
    "H",
    ({ A, B, H }) => H.every((height) => height % gcd(A, B) === 0),
    ({ A, B }) => `must hold multiples of ${gcd(A, B)}, the greatest common divisor of A and B`,
  ),
);

export const wyrLevelingGround = defineEnvironment({
  id: "WYRLevelingGround",
  title: "Levelling with two step sizes",
  summary: "Find the fewest shifts of subarrays by ±A or ±B that make every element zero.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const most = A_B_MULTIPLE * N;
    const [A, B] = redrawUntil(() => {
      const [a, b] = random.integers(2, 1, most);
      return a === b ? undefined : [a, b];
    });
    const [p, q] = [random.unit(), random.unit()];
    const H = Array.from(
      { length: N },
      () => signedInteger(most, p, random) * A + signedInteger(most, q, random) * B,
    );
    return { N, A, B, H, reference_answer: fewestShifts(H, A, B) };
  },

  prompt: ({ N, A, B, H }) =>
    `Here is an array H of ${N} integers, with indices from 0:
${formatIndexed("H", H)}

An operation chooses a contiguous subarray of H, at least one element long, and one of the four numbers ${A}, -${A}, ${B} and -${B}, and adds this number to every element of the subarray. What is the smallest number of operations that makes every element of H 0?

Answer with this smallest number as one integer, like this: n`,

  picture: ({ H }) => barsPicture(H),

  ...exactInteger(({ H, A, B }: { H: number[]; A: number; B: number }) => fewestShifts(H, A, B)),
});

/** A uniform integer of [0, most], negated with the given probability. */
function signedInteger(most: number, probability: number, random: Random): number {
  const magnitude = random.integer(0, most);
  return random.chance(probability) ? 0 - magnitude : magnitude;
}

/** A difference of neighbours, written as x · A + y · B. */
interface Combination {
  readonly x: number;
  readonly y: number;
}

/**
 * The fewest operations. Each adds ±A or ±B to one of the N + 1 differences of neighbours (with a 0
 * beyond both ends) and takes it from another. So the differences are to be written as x·A + y·B
 * with Σx = Σy = 0, and the count is half the least Σ(|x| + |y|). From the cheapest combination of
 * each difference, Σx is brought to 0 in steps of (B/g, −A/g), g = gcd(A, B), each time where it costs
 * least: exact, since costs are convex. O((N + steps) log N).
 */
function fewestShifts(H: readonly number[], A: number, B: number): number {
  const [g, inverse] = extendedGcd(A, B);
  const [a, b] = [A / g, B / g];
  const differences = [...H, 0].map((height, index) => height - (index > 0 ? H[index - 1] : 0));
  const combinations = differences.map((difference) =>
    cheapestCombination(difference / g, a, b, inverse),
  );

  const surplus = sum(combinations.map(({ x }) => x)) / b;
  const direction = -Math.sign(surplus);
  const step = (from: Combination) => shift(from, direction, a, b);
  const extraCost = (from: Combination) => cost(step(from)) - cost(from);
  const queue = new PriorityQueue<Combination>();
  for (const combination of combinations) queue.push(combination, extraCost(combination));
  let total = sum(combinations.map(cost));
  for (let steps = Math.abs(surplus); steps > 0; steps--) {
    const cheapest = queue.pop();
    if (cheapest === undefined) break;
    total += extraCost(cheapest);
    const shifted = step(cheapest);
    queue.push(shifted, extraCost(shifted));
  }
  return total / 2;
}

function cost({ x, y }: Combination): number {
  return Math.abs(x) + Math.abs(y);
}

/** Another combination of the same value. */
function shift({ x, y }: Combination, times: number, a: number, b: number): Combination {
  return { x: x + times * b, y: y - times * a };
}

/**
 * x and y of least |x| + |y| with a·x + b·y = value, for coprime a and b; `inverse` is that of a
 * modulo b. By convexity, x or y is on one of the two sides of 0.
 */
function cheapestCombination(value: number, a: number, b: number, inverse: number): Combination {
  const x = floorModulo(floorModulo(value, b) * floorModulo(inverse, b), b);
  const y = (value - a * x) / b;
  const toPositiveY = Math.floor(y / a);
  return [0, -1, toPositiveY, toPositiveY + 1]
    .map((times) => shift({ x, y }, times, a, b))
    .reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
}

/** The remainder in [0, modulus). */
function floorModulo(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}
