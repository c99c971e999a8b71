import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, matrix, within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Gold takes N²/9 steps; counts stay safe. */
const MAX_N = 2_000;
const ROLES = 4;

const rows = matching({ beta: 10, unit: "rows right" });

const Parameters = z.object({ N: sizeFrom(5, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integersFrom(1),
  gold_answer: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(lengths("N", "X"), within("X", 1, "N"), matrix("gold_answer", "N", ROLES));

/**
 * A formation spans eleven values at least: there is none in 70 % of the problems of level 0 and
 * 10 % at level 3.
 */
export const quadMagicItems = defineEnvironment({
  id: "QuadMagicItems",
  title: "Magic formations of four items",
  summary:
    "For each item count how often it serves as A, B, C and D in quadruples meeting spacing conditions.",
  reward: `${rows.words}; ${malformedWords("wrong number of rows")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 12 }),

  generate({ N }, random) {
    const X = random.integers(N, 1, N);
    const gold_answer = countRoles(X);
    const reference_answer = gold_answer.map((row) => `${row.join(" ")}\n`).join("");
    return { N, X, gold_answer, reference_answer };
  },

  prompt: ({ N, X }) =>
    `There are ${N} items, numbered from 1 to ${N}. Item i has the value X[i]:
${formatIndexed("X", X, 1)}

A formation consists of four items a, b, c and d that satisfy all of these conditions:
- X[a] < X[b] < X[c] < X[d].
- X[b] − X[a] = 2 · (X[d] − X[c]).
- 3 · (X[b] − X[a]) < X[c] − X[b].
Items with equal values are separate items. For each item, count the formations in which it is a, those in which it is b, those in which it is c and those in which it is d.

Answer with ${N} lines, for the items from 1 to ${N}; each line holds these four counts in this order, separated by spaces, like this: a b c d`,

  answer: integerTuples(ROLES),

  score(counts, { N, gold_answer }) {
    const fault = findCountFault(counts, N, "row");
    if (fault !== undefined) return malformed(fault);
    const right = counts.filter((row, item) =>
      row.every((count, role) => count === gold_answer[item][role]),
    );
    return rows.verdict(right.length, N);
  },

  solve: ({ X }) => formatRows(countByPairs(X)),
});

/**
 * With t = X[d] − X[c]: b = a + 2t, d = c + t and c ≥ b + 6t + 1. For each t, a sweep over d upwards
 * adds up the pairs (a, b) far enough below, and a sweep over a downwards the pairs (c, d) above.
 * O(max²/9) for values up to max.
 */
function countRoles(X: readonly number[]): number[][] {
  const max = Math.max(...X);
  const count = new Float64Array(max + 1);
  for (const value of X) count[value]++;
  const roles = Array.from({ length: max + 1 }, () => new Array<number>(ROLES).fill(0));
  for (let t = 1; 9 * t + 1 < max; t++) {
    let below = 0;
    for (let d = 9 * t + 2; d <= max; d++) {
      const a = d - 9 * t - 1;
      below += count[a] * count[a + 2 * t];
      roles[d][3] += below * count[d - t];
      roles[d - t][2] += below * count[d];
    }
    let above = 0;
    for (let a = max - 9 * t - 1; a >= 1; a--) {
      const d = a + 9 * t + 1;
      above += count[d - t] * count[d];
      roles[a][0] += above * count[a + 2 * t];
      roles[a + 2 * t][1] += above * count[a];
    }
  }
  return X.map((value) => roles[value]);
}

/** Pair of values (a, b) by pair (c, d) of half the distance above it. O(max³). */
function countByPairs(X: readonly number[]): number[][] {
  const max = Math.max(...X);
  const count = new Float64Array(max + 1);
  for (const value of X) count[value]++;
  const roles = Array.from({ length: max + 1 }, () => new Array<number>(ROLES).fill(0));
  for (let a = 1; a <= max; a++) {
    if (count[a] === 0) continue;
    for (let b = a + 2; b <= max; b += 2) {
      const t = (b - a) / 2;
      for (let c = b + 3 * (b - a) + 1; c + t <= max; c++) {
        const d = c + t;
        const formations = count[a] * count[b] * count[c] * count[d];
        if (formations === 0) continue;
        for (const [role, value] of [a, b, c, d].entries()) {
          roles[value][role] += formations / count[value];
        }
      }
    }
  }
  return X.map((value) => roles[value]);
}
