import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { binomial, factorial } from "../toolkit/numbers/binomials.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use; the bound keeps every accepted draw fast. */
const LARGEST_N_M = 1_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("M", ({ N, M }) => M <= N + 3, "must be at most N + 3, or there is no line-up"));

interface Group {
  N: number;
  M: number;
}

/** There are four problems at level 0 and 24 at level 3. */
export const noAdjacentGirlCounting = defineEnvironment({
  id: "NoAdjacentGirlCounting",
  title: "Line-ups without adjacent girls",
  summary:
    "Count line-ups of boys, girls and two teachers with no two girls adjacent and the teachers not adjacent.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 2 }),

  generate({ MAX_N_M }, random) {
    return redrawUntil(() => {
      const N = random.integer(1, MAX_N_M);
      const M = random.integer(1, MAX_N_M);
      const reference_answer = countLineUps({ N, M });
      return reference_answer > 0n ? { MAX_N_M, N, M, reference_answer } : undefined;
    });
  },

  prompt: ({ N, M }) =>
    `${formatCount(N, "boy")}, ${formatCount(M, "girl")} and 2 teachers stand in a row. All people are distinguishable.

In how many orders can they stand so that no two girls stand next to each other and the two teachers do not stand next to each other?

Answer with the exact number of orders as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, countByTeachers),
});

/**
 * Girls are put into the gaps of the row of boys and teachers, each into a gap of its own; from all
 * such rows, those are taken away in which the teachers stand together, as one block whose inner gap
 * stays free.
 */
function countLineUps({ N, M }: Group): bigint {
  const all = factorial(N + 2) * placements(N + 3, M);
  const together = 2n * factorial(N + 1) * placements(N + 2, M);
  return all - together;
}

/** Ways to put distinct girls into gaps, at most one each. */
function placements(gaps: number, girls: number): bigint {
  return binomial(gaps, girls) * factorial(girls);
}

/**
 * Directly: the teachers stand apart in the row of boys and teachers, or together with one girl
 * between them.
 */
function countByTeachers({ N, M }: Group): bigint {
  const rowsTogether = 2n * factorial(N + 1);
  const rowsApart = factorial(N + 2) - rowsTogether;
  const between = M === 0 ? 0n : BigInt(M) * placements(N + 2, M - 1);
  return rowsApart * placements(N + 3, M) + rowsTogether * between;
}
