import { z } from "zod";
import { countHolding, findIntegers, valueAt } from "../engines/integer-inequalities/search.ts";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
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

  solve: (system) => findIntegers(system).join(" "),
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
