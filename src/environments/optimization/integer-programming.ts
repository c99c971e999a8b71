import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { leastPoint } from "../toolkit/numbers/least-point.ts";
import { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, matrix, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const inequalities = satisfying({ beta: 5, unit: "inequalities hold" });

/** The inequalities of a level are so many times as many as the variables: 1.0, 1.1, …, 2.0. */
const FACTORS = Array.from({ length: 11 }, (_, index) => (10 + index) / 10);
/** The largest magnitude of a coefficient. */
const NUMBER_RANGE = 4;
const NON_ZERO_PROBABILITY = 0.5;
/** Beyond, looking for a solution may take long. */
const LARGEST_N = 40;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N), M: sizeFrom(1, 2 * LARGEST_N) });
const Instance = instanceOf(Parameters, {
  x: integersFrom(-LARGEST_N, LARGEST_N),
  reference_answer: z.string(),
  inequations: integerRowsFrom(-NUMBER_RANGE, NUMBER_RANGE),
  results: integersFrom(Number.MIN_SAFE_INTEGER),
}).check(
  lengths("N", "x"),
  within("x", ({ N }) => -N, "N"),
  matrix("inequations", "M", "N"),
  lengths("M", "results"),
  holds(
    "inequations",
    ({ inequations }) => inequations.every((row) => row.some((value) => value !== 0)),
    "must have a coefficient that is not 0 each",
  ),
  holds("x", ({ x, ...system }) => countHolding(x, system) === system.M, "must meet all"),
);

interface System {
  readonly inequations: readonly (readonly number[])[];
  readonly results: readonly number[];
}

export const integerProgramming = defineEnvironment({
  id: "IntegerProgramming",
  title: "Integer linear inequalities",
  summary: "Find integers that satisfy M linear inequalities in N variables.",
  reward: `${inequalities.words}; ${malformedWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: counting({ N: 3 }, ({ N }) =>
    FACTORS.map((factor) => ({ N, M: Math.trunc(factor * N) })),
  ),

  generate({ N, M }, random) {
    const x = random.integers(N, -N, N);
    const drawCoefficient = () => {
      if (!random.chance(NON_ZERO_PROBABILITY)) return 0;
      return random.choice([-1, 1]) * random.integer(1, NUMBER_RANGE);
    };
    const drawRow = () => {
      const row = Array.from({ length: N }, drawCoefficient);
      return row.some((value) => value !== 0) ? row : undefined;
    };
    const inequations = Array.from({ length: M }, () => redrawUntil(drawRow));
    const results = inequations.map(
      (row) => valueAt(x, row) - random.integer(0, Math.floor(NUMBER_RANGE / 2)),
    );
    return { N, M, x, reference_answer: x.join(" "), inequations, results };
  },

  prompt: ({ N, M, inequations, results }) =>
    `Find ${N} integers x[0] to x[${N - 1}], negative ones allowed, that satisfy ${M === 1 ? "this inequality" : `all of these ${M} inequalities`}, or as many of them as possible:
${inequations.map((row, k) => `${formatSum(row)} ≥ ${results[k]}`).join("\n")}

Answer with the ${formatCount(N, "integer")} x[0] to x[${N - 1}] on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(values, { N, M, inequations, results }) {
    const fault = findCountFault(values, N);
    if (fault !== undefined) return malformed(fault);
    const holding = inequations.filter((row, k) => {
      let value = 0n;
      for (const [i, coefficient] of row.entries()) {
        if (coefficient !== 0) value += BigInt(coefficient) * values[i];
      }
      return value >= results[k];
    });
    return inequalities.verdict(holding.length, M);
  },

  solve: (system) => (findAlongDirection(system) ?? findInBox(system)).join(" "),
});

/** "2·x[0] - x[3]": the terms that are not 0. */
function formatSum(row: readonly number[]): string {
  const terms = row.flatMap((value, i) => {
    if (value === 0) return [];
    const size = Math.abs(value) === 1 ? "" : `${Math.abs(value)}·`;
    return [`${value < 0 ? "-" : "+"} ${size}x[${i}]`];
  });
  const text = terms.join(" ");
  return text.startsWith("+ ") ? text.slice(2) : text.replace("- ", "-");
}

function valueAt(x: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, coefficient, i) => sum + coefficient * x[i], 0);
}

function countHolding(x: readonly number[], { inequations, results }: System): number {
  return inequations.filter((row, k) => valueAt(x, row) >= results[k]).length;
}

/** How often a direction is corrected before there seems to be none. */
const CORRECTIONS = 20_000;

/**
 * A solution far out in a direction along which all left sides grow, if one is found: each row
 * along which one does not is added to it (Rosenblatt's perceptron, 1958). Most systems have one.
 */
function findAlongDirection({ inequations, results }: System): number[] | undefined {
  const direction = inequations[0].map(() => 0);
  for (let correction = 0; correction < CORRECTIONS; correction++) {
    const row = inequations.find((other) => valueAt(direction, other) <= 0);
    if (row === undefined) {
      const distance = Math.max(1, ...results);
      return direction.map((value) => value * distance);
    }
    for (const [i, coefficient] of row.entries()) direction[i] += coefficient;
  }
  return undefined;
}

/** Nodes after which the search starts again with another objective, and how that grows. */
const FIRST_BUDGET = 500;
const BUDGET_GROWTH = 1.5;

/**
 * A solution with −N ≤ x[i] ≤ N: branch and bound. A vertex of the relaxation for a random
 * objective is rounded; if that is no solution, the search goes on at either side of its most
 * fractional value, the nearer one first. Exponential at worst; a second or so at 23 variables.
 */
function findInBox(system: System): number[] {
  const N = system.inequations[0].length;
  const random = new Random("integer inequalities");
  for (let budget = FIRST_BUDGET; ; budget *= BUDGET_GROWTH) {
    const costs = Array.from({ length: N }, () => random.real(1, 2));
    // Half of the variables are mirrored, so that objectives of all directions occur.
    const signs = Array.from({ length: N }, () => random.choice([-1, 1]));
    const mirrored = {
      inequations: system.inequations.map((row) => row.map((value, i) => value * signs[i])),
      results: system.results,
    };
    const found = branch(mirrored, costs, budget);
    if (found !== undefined) return found.map((value, i) => value * signs[i] + 0);
  }
}

/** A solution, undefined if none is found at so many nodes. */
function branch(system: System, costs: readonly number[], budget: number): number[] | undefined {
  const N = costs.length;
  const open = [{ low: costs.map(() => -N), high: costs.map(() => N) }];
  for (let node = 0; node < budget; node++) {
    const box = open.pop();
    if (box === undefined) return undefined;
    const point = relaxed(system, box.low, box.high, costs);
    if (point === undefined) continue;
    const rounded = point.map((value) => Math.round(value));
    if (countHolding(rounded, system) === system.results.length) return rounded;
    const distances = point.map((value, i) =>
      box.low[i] < box.high[i] ? Math.abs(value - rounded[i]) : -1,
    );
    const i = distances.indexOf(Math.max(...distances));
    if (distances[i] === -1) continue;
    const cut = Math.min(Math.floor(point[i] + 1e-7), box.high[i] - 1);
    const below = { low: box.low, high: box.high.with(i, cut) };
    const above = { low: box.low.with(i, cut + 1), high: box.high };
    open.push(...(point[i] - cut < 0.5 ? [above, below] : [below, above]));
  }
  return undefined;
}

/** The cheapest point within bounds, integers or not, that satisfies all inequalities. */
function relaxed(
  { inequations, results }: System,
  low: readonly number[],
  high: readonly number[],
  costs: readonly number[],
): number[] | undefined {
  const rows = inequations.map((row) => row.map((value) => -value));
  const bounds = inequations.map((row, k) => valueAt(low, row) - results[k]);
  for (const [i, bound] of high.entries()) {
    rows.push(costs.map((_, other) => (other === i ? 1 : 0)));
    bounds.push(bound - low[i]);
  }
  return leastPoint(rows, bounds, costs)?.map((value, i) => value + low[i]);
}
