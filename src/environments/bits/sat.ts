import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const DENSITIES = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];
/** Numbers of clauses as multiples of N: 1.0, 1.1, …, 5.0. */
const CLAUSE_MULTIPLES = Array.from({ length: 41 }, (_, step) => (10 + step) / 10);

const MAX_N = 300;
const MAX_M = 10 * MAX_N;

const clausesMet = satisfying({ beta: 10, unit: "clauses satisfied" });

/** A variable's number, and whether the literal is the variable itself or its negation. */
const Literal = z.tuple([integerFrom(0), z.boolean()]);
const Clause = z.array(Literal).min(1);
type Clause = z.infer<typeof Clause>;

const Parameters = z.object({
  N: sizeFrom(2, MAX_N),
  M: sizeFrom(1, MAX_M),
  density: z.number().gt(0).max(1),
});
const Instance = instanceOf(Parameters, {
  clauses: z.array(Clause),
  reference_answer: z.string(),
}).check(
  lengths("M", "clauses"),
  holds(
    "clauses",
    ({ N, clauses }) => clauses.every((clause) => clause.every(([variable]) => variable < N)),
    "must have variables from 0 to N − 1",
  ),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const values = integerList.parse(reference_answer);
      return values !== null && verdict(values, problem).reward === 1;
    },
    "must be N values that satisfy every clause",
  ),
);

export const sat = defineEnvironment({
  id: "SAT",
  title: "Boolean satisfiability",
  summary: "Find 0/1 values for N variables that make every given OR-clause true.",
  reward: `${clausesMet.words}; ${malformedWords("wrong length or values")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) =>
    DENSITIES.flatMap((density) =>
      CLAUSE_MULTIPLES.map((multiple) => ({ N, M: Math.trunc(multiple * N), density })),
    ),
  ),

  generate({ N, M, density }, random) {
    const hidden = random.integers(N, 0, 1);
    const lengthWeights = clauseLengthWeights(N, density);
    const clauses = Array.from({ length: M }, () =>
      satisfiedClause(hidden, random.weightedIndex(lengthWeights), random),
    );
    return { N, M, density, clauses, reference_answer: hidden.join(" ") };
  },

  prompt: ({ N, M, clauses }) =>
    `There are ${N} Boolean variables x[0] to x[${N - 1}], each 0 (false) or 1 (true), and ${formatCount(M, "clause")}, one on each line. In a clause, "or" joins its literals: x[i] is true if the variable is 1, and "not x[i]" is true if it is 0. A clause is true if at least one of its literals is true.
${formatLines(clauses, formatClause)}

Find values of the variables that make every clause true.

Answer with the ${N} values of x[0] to x[${N - 1}] in this order on one line, each 0 or 1, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score: verdict,

  solve: ({ N, clauses }) => satisfy(new Array<number>(N).fill(OPEN), clauses)?.join(" ") ?? "",
});

function verdict(
  values: readonly number[],
  { N, clauses }: { N: number; clauses: readonly Clause[] },
): Verdict {
  const fault = findCountFault(values, N) ?? findRangeFault(values, 0, 1);
  if (fault !== undefined) return malformed(fault);
  let satisfied = 0;
  for (const clause of clauses) if (isSatisfied(clause, values)) satisfied++;
  return clausesMet.verdict(satisfied, clauses.length);
}

function formatClause(clause: Clause): string {
  return clause
    .map(([variable, positive]) => (positive ? `x[${variable}]` : `not x[${variable}]`))
    .join(" or ");
}

function isSatisfied(clause: Clause, values: readonly number[]): boolean {
  for (const [variable, positive] of clause) {
    if (values[variable] === (positive ? 1 : 0)) return true;
  }
  return false;
}

/**
 * Weights of the numbers of literals k = 0..N, for clauses in which each variable enters with
 * probability `density` and a fair sign, given that there are at least two literals and the hidden
 * values satisfy one: C(N, k) · (density / (1 − density))^k · (1 − 2^−k). They rise to one peak and
 * fall, and are taken relative to it, so that none overflows.
 */
function clauseLengthWeights(N: number, density: number): number[] {
  const odds = density / (1 - density);
  const ratios: number[] = []; // ratios[k]: weight of k + 1 literals over that of k
  for (let k = 2, missed = 1 / 4; k < N; k++, missed /= 2) {
    ratios[k] = (((N - k) / (k + 1)) * odds * (1 - missed / 2)) / (1 - missed);
  }
  let peak = 2;
  while (peak < N && ratios[peak] > 1) peak++;
  const weights = new Array<number>(N + 1).fill(0);
  weights[peak] = 1;
  for (let k = peak; k < N; k++) weights[k + 1] = weights[k] * ratios[k];
  for (let k = peak; k > 2; k--) weights[k - 1] = weights[k] / ratios[k - 1];
  return weights;
}

/** A clause of `length` different variables with fair signs, among those the values satisfy. */
function satisfiedClause(values: readonly number[], length: number, random: Random): Clause {
  const variables = random.distinctIntegers(length, 0, values.length - 1).sort((a, b) => a - b);
  return redrawUntil(() => {
    const clause = variables.map((variable): Clause[number] => [variable, random.chance(0.5)]);
    return isSatisfied(clause, values) ? clause : undefined;
  });
}

const OPEN = -1;

/** Values that satisfy all clauses and agree with those given (DPLL: propagate, then branch). */
function satisfy(given: readonly number[], clauses: readonly Clause[]): number[] | undefined {
  const values = propagate(given, clauses);
  const branching = values?.indexOf(OPEN) ?? -1;
  if (values === undefined || branching === -1) return values;
  return satisfy(values.with(branching, 0), clauses) ?? satisfy(values.with(branching, 1), clauses);
}

/** The values with all that unit clauses force; undefined when a clause can no longer be true. */
function propagate(given: readonly number[], clauses: readonly Clause[]): number[] | undefined {
  const values = [...given];
  for (let settled = false; !settled; ) {
    settled = true;
    for (const clause of clauses) {
      if (isSatisfied(clause, values)) continue;
      const open = clause.filter(([variable]) => values[variable] === OPEN);
      if (open.length === 0) return undefined;
      if (open.length > 1) continue;
      const [[variable, positive]] = open;
      values[variable] = positive ? 1 : 0;
      settled = false;
    }
  }
  return values;
}
