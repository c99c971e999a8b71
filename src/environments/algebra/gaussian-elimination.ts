import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { dotProduct, integerSolution } from "../toolkit/numbers/linear-equations.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const NON_ZERO_PROBABILITY = 0.5;
/** Coefficients lie in [1, max(1, ⌊N / COEFFICIENT_SHARE⌋)]. */
const COEFFICIENT_SHARE = 5;
/** Equations an unknown, of which each makes a parameter set. */
const DENSITIES = [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3];

/** Values up to it are small: sums of products with coefficients are exact in doubles. */
const SMALL = 2 ** 31;
/** Far beyond any use: up to it, a problem is solved within half a minute. */
const MAX_N = 150;
const MAX_M = 1_000;
const LARGEST_COEFFICIENT = 1_000;

const satisfaction = satisfying({ beta: 10, unit: "equations satisfied" });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), M: sizeFrom(1, MAX_M) });
const Instance = instanceOf(Parameters, {
  x: integersFrom(-SMALL, SMALL),
  reference_answer: z.string(),
  equations: integerRowsFrom(0, LARGEST_COEFFICIENT),
  results: integers,
}).check(
  lengths("N", "x"),
  lengths("M", "results"),
  matrix("equations", "M", "N"),
  holds(
    "equations",
    ({ equations }) => equations.every((row) => row.some((coefficient) => coefficient !== 0)),
    "must have a coefficient other than 0 in each row",
  ),
  holds(
    "results",
    ({ x, equations, results }) =>
      equations.every((row, index) => smallDotProduct(row, x) === results[index]),
    "must be what x gives",
  ),
);

export const gaussianElimination = defineEnvironment({
  id: "GaussianElimination",
  title: "Integer linear equations",
  summary: "Find integers that satisfy as many as possible of a list of linear equations.",
  reward: `${satisfaction.words}; ${malformedWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: growing({ N: 3 }, ({ N }) =>
    DENSITIES.map((density) => ({ N, M: Math.trunc(density * N) })),
  ),

  generate({ N, M }, random) {
    const x = random.integers(N, 1, N);
    const equations = Array.from({ length: M }, () => randomRow(N, random));
    const results = equations.map((row) => smallDotProduct(row, x));
    return { N, M, x, reference_answer: x.join(" "), equations, results };
  },

  prompt: ({ N, equations, results }) =>
    `There are ${N} integer unknowns ${formatSeries(N, (index) => `x[${index}]`)} and ${formatCount(equations.length, "equation")}:
${formatLines(equations, (row, index) => `${formatRow(row)} = ${results[index]}`)}

Find integers that satisfy ${equations.length === 1 ? "it" : "all of them"}. There is a solution, and any will do.

Answer with the ${N} integers in the order of their indices on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(x, { N, equations, results }) {
    const fault = findCountFault(x, N, "integer");
    if (fault !== undefined) return malformed(fault);
    const isMet = toCheck(x);
    const satisfied = equations.filter((row, index) => isMet(row, results[index])).length;
    return satisfaction.verdict(satisfied, equations.length);
  },

  solve({ N, equations, results }) {
    const solution = integerSolution({ unknownCount: N, rows: equations, results });
    if (solution === undefined) throw new Error("no integers satisfy the equations");
    return solution.join(" ");
  },
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

/** The sum of coefficient times value for small values: exact in doubles, and much faster. */
function smallDotProduct(row: readonly number[], x: readonly number[]): number {
  return row.reduce((sum, coefficient, index) => sum + coefficient * x[index], 0);
}

/** A check of equations with the values x of the unknowns, exact whatever their size. */
function toCheck(x: readonly bigint[]): (row: readonly number[], result: number) => boolean {
  if (x.every((value) => value >= -SMALL && value <= SMALL)) {
    const numbers = x.map(Number);
    return (row, result) => smallDotProduct(row, numbers) === result;
  }
  return (row, result) => dotProduct(row, x) === BigInt(result);
}
