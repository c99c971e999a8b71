import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { powerOfMatrix } from "../toolkit/numbers/matrices.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const PRIMES = [1_000_000_007, 998_244_353];
/** Solving takes M³ log N steps. */
const LARGEST = 150;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  MOD: z.literal(PRIMES),
  reference_answer: integerFrom(0),
});

interface Size {
  N: number;
  M: number;
  MOD: number;
}

/** There are eight problems at level 0 and 50 at level 3. */
export const kiddingMe = defineEnvironment({
  id: "KiddingMe",
  title: "Matrices with rising rows",
  summary:
    "Count N by M matrices over 0..M with strictly increasing rows and a shifted inequality between rows.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const MOD = random.choice(PRIMES);
    return { MAX_N_M, N, M, MOD, reference_answer: countMatrices({ N, M, MOD }) };
  },

  prompt: ({ N, M, MOD }) =>
    `Count the matrices X with ${N} rows and ${M} columns, X[i][j] with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${M}, that satisfy all of these conditions:
- Each X[i][j] is an integer from 0 to ${M}.
- X[i][j] < X[i][j + 1] for every i from 1 to ${N} and every j from 1 to ${M - 1}.
- X[i][j] < X[i − 1][j + 1] for every i from 2 to ${N} and every j from 1 to ${M - 1}.

How many such matrices are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countByMatrix),
});

/**
 * A row is 0..M without one value c, and the condition between rows says that c never falls by more
 * than one: f(c) over the rows is the sum of f(c') for c' ≤ c + 1 of the row before. O(N · M).
 */
function countMatrices({ N, M, MOD }: Size): number {
  let ways = new Array<number>(M + 1).fill(1);
  for (let row = 2; row <= N; row++) {
    let total = ways[0];
    ways = ways.map((_, c) => {
      if (c < M) total = (total + ways[c + 1]) % MOD;
      return total;
    });
  }
  return ways.reduce((sum, value) => (sum + value) % MOD, 0);
}

/** The same as a power of the matrix of steps from c' to c, c' ≤ c + 1. O(M³ log N). */
function countByMatrix({ N, M, MOD }: Size): number {
  const step = Array.from({ length: M + 1 }, (_, from) =>
    Array.from({ length: M + 1 }, (_, to) => (from <= to + 1 ? 1 : 0)),
  );
  const ways = powerOfMatrix(step, N - 1, MOD).flat();
  return ways.reduce((sum, value) => (sum + value) % MOD, 0);
}
