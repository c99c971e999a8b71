import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { solveTwoSat } from "../toolkit/graphs/two-satisfiability.ts";
import { growing } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const clausesMet = satisfying({ beta: 10, unit: "clauses satisfied" });

/** Numbers of clauses as multiples of N: 1.0, 1.1, …, 5.0. */
const CLAUSE_MULTIPLES = Array.from({ length: 41 }, (_, step) => (10 + step) / 10);
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;

const Literal = z.tuple([integerFrom(0), z.boolean()]);
const Clause = z.tuple([Literal, Literal]);
type Clause = z.infer<typeof Clause>;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N), M: sizeFrom(1, 10 * LARGEST_N) });
const Instance = instanceOf(Parameters, {
  x: integersFrom(0, 1),
  clauses: z.array(Clause),
  reference_answer: z.string(),
}).check(
  lengths("N", "x"),
  lengths("M", "clauses"),
  holds(
    "clauses",
    ({ N, clauses }) =>
      clauses.every(([[first], [second]]) => first < N && second < N && first !== second),
    "must have two variables from 0 to N − 1 each",
  ),
  holds(
    "x",
    ({ x, clauses }) => verdict(x, { N: x.length, clauses }).reward === 1,
    "must satisfy every clause",
  ),
);

export const twoSat = defineEnvironment({
  id: "TwoSAT",
  title: "Two-literal clause satisfaction",
  summary: "Assign 0/1 values so that every clause of two literals is true.",
  reward: `${clausesMet.words}; ${malformedWords("wrong length or values")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: growing({ N: 3 }, ({ N }) =>
    CLAUSE_MULTIPLES.map((multiple) => ({ N, M: Math.floor(multiple * N) })),
  ),

  generate({ N, M }, random) {
    const x = random.integers(N, 0, 1);
    const clauses = Array.from({ length: M }, () => drawSatisfied(x, random));
    return { N, M, x, clauses, reference_answer: x.join(" ") };
  },

  prompt: ({ N, M, clauses }) =>
    `There are ${N} Boolean variables x[0] to x[${N - 1}], each 0 (false) or 1 (true), and ${formatCount(M, "clause")}, one on each line. In a clause, "or" joins its two literals: x[i] is true if the variable is 1, and "not x[i]" is true if it is 0. A clause is true if at least one of its literals is true.
${formatLines(clauses, formatClause)}

Find values of the variables that make every clause true.

Answer with the ${N} values of x[0] to x[${N - 1}] in this order on one line, each 0 or 1, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score: verdict,

  solve: ({ N, clauses }) => (solveTwoSat(N, clauses) ?? []).map(Number).join(" "),
});

function verdict(
  values: readonly number[],
  { N, clauses }: { N: number; clauses: readonly Clause[] },
): Verdict {
  const fault = findCountFault(values, N) ?? findRangeFault(values, 0, 1);
  if (fault !== undefined) return malformed(fault);
  const satisfied = clauses.filter((clause) => isSatisfied(clause, values)).length;
  return clausesMet.verdict(satisfied, clauses.length);
}

function isSatisfied(clause: Clause, values: readonly number[]): boolean {
  return clause.some(([variable, isPositive]) => (values[variable] === 1) === isPositive);
}

function formatClause(clause: Clause): string {
  return clause
    .map(([variable, isPositive]) => (isPositive ? `x[${variable}]` : `not x[${variable}]`))
    .join(" or ");
}

/** A clause of two different variables with fair signs, among those that the values satisfy. */
function drawSatisfied(values: readonly number[], random: Random): Clause {
  return redrawUntil(() => {
    const [first, second] = random.distinctIntegers(2, 0, values.length - 1);
    const clause: Clause = [
      [first, random.chance(0.5)],
      [second, random.chance(0.5)],
    ];
    return isSatisfied(clause, values) ? clause : undefined;
  });
}
