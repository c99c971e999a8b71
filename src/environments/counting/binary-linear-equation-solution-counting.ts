import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigMax, bigMin, ceilDivide, floorDivide } from "../toolkit/numbers/division.ts";
import { bigExtendedGcd } from "../toolkit/numbers/extended-gcd.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigInteger, bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** How often no solution is planted. */
const UNPLANTED_PROBABILITY = 0.05;
/** Coefficients and ranges are safe integers. */
const LARGEST_RANGE = 2 ** 52;

const coordinate = integerFrom(-LARGEST_RANGE, LARGEST_RANGE);

const Parameters = z.object({ MAX_RANGE: sizeFrom(8, LARGEST_RANGE) });
const Instance = instanceOf(Parameters, {
  A: coordinate,
  B: coordinate,
  C: bigInteger,
  X1: coordinate,
  X2: coordinate,
  Y1: coordinate,
  Y2: coordinate,
  reference_answer: bigIntegerFrom(0n),
}).check(
  holds("X2", ({ X1, X2 }) => X1 <= X2, "must be at least X1"),
  holds("Y2", ({ Y1, Y2 }) => Y1 <= Y2, "must be at least Y1"),
);

interface Box {
  A: number;
  B: number;
  C: bigint;
  X1: number;
  X2: number;
  Y1: number;
  Y2: number;
}

/**
 * From one solution to the next, x and y move nearly as far as the box is wide: the planted one is
 * the only one in over 40 % of the problems, at all levels.
 */
export const binaryLinearEquationSolutionCounting = defineEnvironment({
  id: "BinaryLinearEquation_SolutionCounting",
  title: "Solutions of a linear equation in a box",
  summary: "Count integer points (x, y) of a box that satisfy A·x + B·y + C = 0.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_RANGE: 8 }, ({ MAX_RANGE }) => ({ MAX_RANGE: 2 * MAX_RANGE })),

  generate({ MAX_RANGE: R }, random) {
    const A = random.integer(-R, R);
    const B = random.integer(-R, R);
    const isPlanted = !random.chance(UNPLANTED_PROBABILITY);
    const [x, y] = [random.integer(-R, R), random.integer(-R, R)];
    const X1 = isPlanted ? random.integer(-R, x) : x;
    const Y1 = isPlanted ? random.integer(-R, y) : y;
    const X2 = random.integer(x, R);
    const Y2 = random.integer(y, R);
    const bound = 2n * BigInt(R) * BigInt(R);
    const C = isPlanted
      ? -(BigInt(A) * BigInt(x) + BigInt(B) * BigInt(y))
      : random.bigInteger(-bound, bound);
    const reference_answer = countSolutions({ A, B, C, X1, X2, Y1, Y2 });
    return { MAX_RANGE: R, A, B, C, X1, X2, Y1, Y2, reference_answer };
  },

  prompt: ({ A, B, C, X1, X2, Y1, Y2 }) =>
    `How many pairs (x, y) of integers with ${X1} ≤ x ≤ ${X2} and ${Y1} ≤ y ≤ ${Y2} satisfy the equation (${A})·x + (${B})·y + (${C}) = 0?

Answer with the number of pairs as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countExchanged),
});

/**
 * Extended Euclid gives one solution; all others follow by steps of B/g in x and −A/g in y, so that
 * each range allows an interval of steps. O(log R).
 */
function countSolutions({ A, B, C, X1, X2, Y1, Y2 }: Box): bigint {
  const [a, b] = [BigInt(A), BigInt(B)];
  const width = BigInt(X2) - BigInt(X1) + 1n;
  const height = BigInt(Y2) - BigInt(Y1) + 1n;
  if (a === 0n && b === 0n) return C === 0n ? width * height : 0n;
  if (b === 0n) return countValues(a, C, X1, X2) * height;
  if (a === 0n) return countValues(b, C, Y1, Y2) * width;
  const [g, x, y] = bigExtendedGcd(a, b);
  if (C % g !== 0n) return 0n;
  const [x0, y0] = [x * (-C / g), y * (-C / g)];
  const xSteps = stepsWithin(x0, b / g, X1, X2);
  const ySteps = stepsWithin(y0, -a / g, Y1, Y2);
  const count = bigMin(xSteps[1], ySteps[1]) - bigMax(xSteps[0], ySteps[0]) + 1n;
  return count > 0n ? count : 0n;
}

/** How many v in low..high satisfy factor · v + C = 0. */
function countValues(factor: bigint, C: bigint, low: number, high: number): bigint {
  if (C % factor !== 0n) return 0n;
  const value = -C / factor;
  return value >= BigInt(low) && value <= BigInt(high) ? 1n : 0n;
}

/** The first and last t with low ≤ start + t · step ≤ high. */
function stepsWithin(start: bigint, step: bigint, low: number, high: number): [bigint, bigint] {
  const [from, to] = [BigInt(low) - start, BigInt(high) - start];
  return step > 0n
    ? [ceilDivide(from, step), floorDivide(to, step)]
    : [ceilDivide(to, step), floorDivide(from, step)];
}

/** With the two variables exchanged: another particular solution, and the steps the other way. */
function countExchanged({ A, B, C, X1, X2, Y1, Y2 }: Box): bigint {
  return countSolutions({ A: B, B: A, C, X1: Y1, X2: Y2, Y1: X1, Y2: X2 });
}
