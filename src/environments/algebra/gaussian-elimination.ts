import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { integerRows, integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const NON_ZERO_PROBABILITY = 0.5;
/** Coefficients lie in [1, max(1, ⌊N / COEFFICIENT_SHARE⌋)]. */
const COEFFICIENT_SHARE = 5;
const BETA = 10;
/** Equations an unknown, of which each makes a parameter set. */
const DENSITIES = [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3];

const Parameters = z.object({ N: z.int().min(2), M: z.int().min(1) });
const Instance = Parameters.extend({
  x: integers,
  reference_answer: z.string(),
  equations: integerRows,
  results: integers,
});

export const gaussianElimination = defineEnvironment({
  id: "GaussianElimination",
  title: "Integer linear equations",
  summary: "Find integers that satisfy as many as possible of a list of linear equations.",
  reward: "(satisfied/all)^10; wrong length −1",
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => DENSITIES.map((density) => ({ N, M: Math.trunc(density * N) })),
  ),

  generate({ N, M }, random) {
    const x = random.integers(N, 1, N);
    const equations = Array.from({ length: M }, () => randomRow(N, random));
    const results = equations.map((row) => dotProduct(row, x));
    return { N, M, x, reference_answer: x.join(" "), equations, results };
  },

  prompt: ({ N, equations, results }) =>
    `There are ${N} integer unknowns x[0], …, x[${N - 1}] and ${formatCount(equations.length, "equation")}:
${formatLines(equations, (row, index) => `${formatRow(row)} = ${results[index]}`)}

Find integers that satisfy all equations. A solution exists; any will do.

Answer with the values of x[0], …, x[${N - 1}] in this order on one line, separated by spaces, like this: a b …`,

  answer: bigIntegerList,

  score(x, { N, equations, results }) {
    if (x.length !== N) return malformed(`${x.length} integers instead of ${N}`);
    const holds = toCheck(x);
    const satisfied = equations.filter((row, index) => holds(row, results[index])).length;
    return fraction(satisfied, equations.length, BETA, "equations satisfied");
  },

  solve: ({ N, equations, results }) => integerSolution(N, equations, results).join(" "),
});

function randomRow(N: number, random: Random): number[] {
  const largest = Math.max(1, Math.floor(N / COEFFICIENT_SHARE));
  return redrawUntil(() => {
    const row = Array.from({ length: N }, () =>
      random.chance(NON_ZERO_PROBABILITY) ? random.integer(1, largest) : 0,
    );
    return row.some((coefficient) => coefficient !== 0) ? row : undefined;
  });
}

function formatRow(row: readonly number[]): string {
  return row
    .flatMap((coefficient, index) => {
      if (coefficient === 0) return [];
      return coefficient === 1 ? `x[${index}]` : `${coefficient}*x[${index}]`;
    })
    .join(" + ");
}

function dotProduct(row: readonly number[], x: readonly number[]): number {
  return row.reduce((sum, coefficient, index) => sum + coefficient * x[index], 0);
}

/** Below it, sums of products are exact in doubles, and much faster. */
const SMALL = 2n ** 31n;

/** A check of equations with the values x of the unknowns, exact whatever their size. */
function toCheck(x: readonly bigint[]): (row: readonly number[], result: number) => boolean {
  if (x.every((value) => value > -SMALL && value < SMALL)) {
    const numbers = x.map(Number);
    return (row, result) => dotProduct(row, numbers) === result;
  }
  return (row, result) => bigDotProduct(row, x) === BigInt(result);
}

function bigDotProduct(row: readonly number[], x: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [index, coefficient] of row.entries()) {
    if (coefficient !== 0) sum += BigInt(coefficient) * x[index];
  }
  return sum;
}

/**
 * An integer solution, also where there are many: equation by equation, the solutions so far are
 * one of them plus the integer combinations of some directions. Euclid's algorithm on what the
 * directions add to the next equation leaves one that adds their gcd, which is used up to satisfy
 * it, and others that add nothing (Hermite's column operations). O(N² · M) operations on integers
 * that grow slowly.
 */
function integerSolution(
  N: number,
  equations: readonly (readonly number[])[],
  results: readonly number[],
): bigint[] {
  let solution = new Array<bigint>(N).fill(0n);
  let directions = Array.from({ length: N }, (_, unknown) =>
    new Array<bigint>(N).fill(0n).with(unknown, 1n),
  );
  for (const [index, row] of equations.entries()) {
    const { effective, idle } = separate(directions, row);
    directions = idle;
    if (effective === undefined) continue;
    const missing = BigInt(results[index]) - bigDotProduct(row, solution);
    solution = addMultiple(solution, effective, missing / bigDotProduct(row, effective));
  }
  return solution;
}

/**
 * Directions of the same lattice of which at most one adds anything to an equation. All are reduced
 * by the one that adds least, with quotients rounded to the nearest integer: that keeps them short,
 * where taking two at a time lets them grow exponentially.
 */
function separate(
  directions: readonly bigint[][],
  row: readonly number[],
): { effective: bigint[] | undefined; idle: bigint[][] } {
  const idle: bigint[][] = [];
  let active = directions.map((vector) => ({ vector, amount: bigDotProduct(row, vector) }));
  for (;;) {
    idle.push(...active.filter(({ amount }) => amount === 0n).map(({ vector }) => vector));
    active = active.filter(({ amount }) => amount !== 0n);
    if (active.length < 2) return { effective: active[0]?.vector, idle };
    const least = active.reduce((a, b) => (magnitude(b.amount) < magnitude(a.amount) ? b : a));
    active = active.map((other) => {
      if (other === least) return other;
      const factor = -nearestQuotient(other.amount, least.amount);
      return {
        vector: addMultiple(other.vector, least.vector, factor),
        amount: other.amount + factor * least.amount,
      };
    });
  }
}

function addMultiple(to: readonly bigint[], vector: readonly bigint[], factor: bigint): bigint[] {
  return to.map((value, index) => value + factor * vector[index]);
}

/** a / b, rounded to a nearest integer. */
function nearestQuotient(a: bigint, b: bigint): bigint {
  const half = magnitude(b) / 2n;
  return (a < 0n ? a - half : a + half) / b;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
