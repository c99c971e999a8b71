import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { BinomialsModulo, pascalTriangleModulo } from "../toolkit/numbers/binomials.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const PRIMES = [1_000_000_007, 998_244_353];
/** N · M powers, and Pascal's triangle of N rows. */
const LARGEST = 500;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST),
  M: integerFrom(1, LARGEST),
  MOD: z.literal(PRIMES),
  U: integersFrom(1, LARGEST),
  R: integersFrom(0, LARGEST),
  K: integerFrom(0, LARGEST),
  reference_answer: integerFrom(0),
}).check(
  lengths("M", "U", "R"),
  holds("K", ({ N, K }) => K < N, "must be less than N"),
  holds("R", ({ N, R }) => R.every((rank) => rank < N), "must be less than N each"),
);

interface Grades {
  N: number;
  M: number;
  MOD: number;
  U: readonly number[];
  R: readonly number[];
  K: number;
}

/** At level 0 there are 18 problems, and the answer is 1, 3 or 9. */
export const gradeRankingCounting = defineEnvironment({
  id: "GradeRankingCounting",
  title: "Matrices with given ranks",
  summary:
    "Count integer matrices with given column bounds, ranks of row 0 and number of dominated rows, mod p.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 2 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const MOD = random.choice(PRIMES);
    const dominated = random.distinctIntegers(random.integer(0, N - 1), 1, N - 1);
    const U = random.integers(M, 1, N);
    const columns = U.map((bound) => {
      const first = random.integer(1, bound);
      return Array.from({ length: N }, (_, row) => {
        if (row === 0) return first;
        return random.integer(1, dominated.includes(row) ? first : bound);
      });
    });
    const R = columns.map(([first, ...others]) => others.filter((grade) => grade > first).length);
    const K = Array.from({ length: N - 1 }, (_, index) => index + 1).filter((row) =>
      columns.every((column) => column[0] >= column[row]),
    ).length;
    const reference_answer = countMatrices({ N, M, MOD, U, R, K });
    return { MAX_N_M, N, M, MOD, U, R, K, reference_answer };
  },

  prompt: ({ N, M, MOD, U, R, K }) =>
    `Count the integer matrices A with ${N} rows and ${M} columns, A[i][j] with 0 ≤ i ≤ ${N - 1} and 0 ≤ j ≤ ${M - 1}, that satisfy all of these conditions:
- 1 ≤ A[i][j] ≤ U[j] for all i and j, where U = ${U.join(" ")} (from U[0] on).
- For each column j, exactly R[j] rows i from 1 to ${N - 1} have A[i][j] > A[0][j], where R = ${R.join(" ")} (from R[0] on).
- Exactly ${K} of the rows i from 1 to ${N - 1} satisfy A[0][j] ≥ A[i][j] for every column j.

How many such matrices are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countByRows),
});

/**
 * Which rows are dominated is free; of the s others, each column's R[j] larger ones must cover all
 * (inclusion and exclusion over those left out). Then, column by column, the value of row 0 settles
 * how many values each other row may have. O(N · M · log N).
 */
function countMatrices(grades: Grades): number {
  const { N, MOD, K } = grades;
  const binomials = new BinomialsModulo(N, MOD);
  const s = N - 1 - K;
  let covers = 0;
  for (let left = 0; left <= s; left++) {
    let ways = binomials.choose(s, left);
    for (const rank of grades.R) {
      ways = multiplyModulo(ways, binomials.choose(s - left, rank), MOD);
    }
    covers = remainder(covers + (left % 2 === 0 ? ways : -ways), MOD);
  }
  const choices = multiplyModulo(binomials.choose(N - 1, K), covers, MOD);
  return multiplyModulo(choices, countValues(grades), MOD);
}

/** For each column, the sum over row 0's value of the choices for the rows above and below it. */
function countValues({ N, MOD, U, R }: Grades): number {
  let product = 1;
  for (const [column, bound] of U.entries()) {
    let ways = 0;
    for (let value = 1; value <= bound; value++) {
      const above = powerModulo(bound - value, R[column], MOD);
      const below = powerModulo(value, N - 1 - R[column], MOD);
      ways = (ways + multiplyModulo(above, below, MOD)) % MOD;
    }
    product = multiplyModulo(product, ways, MOD);
  }
  return product;
}

/**
 * The covers column by column instead: with u rows not yet covered, a column's R[j] rows take some
 * of them. The state is u; all rows that are not dominated must be covered in the end. O(M · N²).
 */
function countByRows(grades: Grades): number {
  const { N, MOD, R, K } = grades;
  const s = N - 1 - K;
  const choose = pascalTriangleModulo(N, MOD);
  let ways = new Array<number>(s + 1).fill(0);
  ways[s] = 1;
  for (const rank of R) {
    const next = new Array<number>(s + 1).fill(0);
    for (let uncovered = 0; uncovered <= s; uncovered++) {
      for (
        let taken = Math.max(0, rank - (s - uncovered));
        taken <= Math.min(rank, uncovered);
        taken++
      ) {
        const picks = multiplyModulo(
          choose[uncovered][taken],
          choose[s - uncovered][rank - taken],
          MOD,
        );
        const left = uncovered - taken;
        next[left] = (next[left] + multiplyModulo(ways[uncovered], picks, MOD)) % MOD;
      }
    }
    ways = next;
  }
  const covers = multiplyModulo(choose[N - 1][K], ways[0], MOD);
  return multiplyModulo(covers, countValues(grades), MOD);
}
