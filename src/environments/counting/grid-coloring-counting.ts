import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { binomialColumnModulo, pascalTriangleModulo } from "../toolkit/numbers/binomials.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const MAX_MOD = 10_000;
/** Each colour takes up to N² · M² steps. */
const LARGEST = 60;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  C: integerFrom(1, LARGEST),
  Xs: integersFrom(1, LARGEST ** 2),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  lengths("C", "Xs"),
  holds("Xs", ({ N, M, Xs }) => sum(Xs) <= N * M, "must add up to at most N · M"),
);

interface Colouring {
  N: number;
  M: number;
  Xs: readonly number[];
  MOD: number;
}

export const gridColoringCounting = defineEnvironment({
  id: "GridColoringCounting",
  title: "Grids without two colours in a line",
  summary:
    "Count partial grid colourings with given colour counts and no two colours in a row or column, mod MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    return redrawUntil(() => {
      const N = random.integer(2, MAX_N_M);
      const M = random.integer(2, MAX_N_M);
      const cells = random.integer(1, N * M);
      const C = random.integer(1, Math.min(N, M, cells));
      const Xs = randomComposition(cells, C, random);
      const MOD = random.integer(2, MAX_MOD);
      if (!fits(N, M, Xs)) return undefined;
      const reference_answer = countColourings({ N, M, Xs, MOD });
      return reference_answer === 0 ? undefined : { MAX_N_M, N, M, C, Xs, MOD, reference_answer };
    });
  },

  prompt: ({ N, M, C, Xs, MOD }) =>
    `A grid has ${N} rows and ${M} columns. Each cell is either left empty or given ${C === 1 ? "the only colour, number 0" : `one of ${C} colours, numbered from 0`}, so that both of these conditions hold:
- Colour i is given to exactly X[i] cells: ${formatIndexed("X", Xs)}
- No row and no column holds two cells of different colours.

In how many ways can this be done? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  // Rows and columns, and the order of the colours, may be exchanged.
  ...exactRemainder("MOD", ({ N, M, Xs, MOD }: Colouring) =>
    countColourings({ N: M, M: N, Xs: Xs.toReversed(), MOD }),
  ),
});

/** Whether there is a colouring at all: rows used → fewest columns used, colour by colour. */
function fits(N: number, M: number, Xs: readonly number[]): boolean {
  let fewest = new Array<number>(N + 1).fill(Number.POSITIVE_INFINITY);
  fewest[0] = 0;
  for (const cells of Xs) {
    const next = new Array<number>(N + 1).fill(Number.POSITIVE_INFINITY);
    for (let used = 0; used < N; used++) {
      if (fewest[used] >= M) continue;
      for (let rows = 1; used + rows <= N; rows++) {
        const columns = fewest[used] + Math.ceil(cells / rows);
        next[used + rows] = Math.min(next[used + rows], columns);
      }
    }
    fewest = next;
  }
  return Math.min(...fewest) <= M;
}

/**
 * Colours have rows and columns of their own. Colour by colour, the ways that use exactly i given rows
 * and j given columns: a and b of them are those of the last colour. The rest is left enough rows and
 * columns for the colours to come. O(Σ a·b · N · M) for colours that may take up to a rows and b columns.
 */
function countColourings({ N, M, Xs, MOD }: Colouring): number {
  const choose = pascalTriangleModulo(Math.max(N, M), MOD);
  let ways = [[1 % MOD]];
  for (const [done, cells] of Xs.entries()) {
    const left = Xs.length - 1 - done;
    const [rows, columns] = [N - left, M - left];
    const fillings = fillingsByShape(rows - done, columns - done, cells, choose, MOD);
    const next = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
    for (const [a, counts] of fillings) {
      for (let j = 1; j <= columns; j++) {
        // The fillings of a rows and b of j columns. Sums of 60 products stay far below 2^53.
        const chosen = counts.slice(0, j + 1).map((count, b) => (count * choose[j][b]) % MOD);
        for (let i = a; i <= rows; i++) {
          const before = ways[i - a];
          if (before === undefined) break;
          let sum = 0;
          const most = Math.min(chosen.length - 1, j);
          for (let b = Math.max(1, j - before.length + 1); b <= most; b++) {
            sum += chosen[b] * before[j - b];
          }
          next[i][j] = (next[i][j] + (sum % MOD) * choose[i][a]) % MOD;
        }
      }
    }
    ways = next;
  }
  let total = 0;
  for (const [i, row] of ways.entries()) {
    for (const [j, count] of row.entries()) {
      total = (total + ((choose[N][i] * choose[M][j]) % MOD) * count) % MOD;
    }
  }
  return total;
}

/**
 * Ways to place so many cells on a rows and b columns with none left empty, by a and then b:
 * inclusion and exclusion over the rows and columns kept, C(i · j, cells). O(N² M + N M²).
 */
function fillingsByShape(
  N: number,
  M: number,
  cells: number,
  choose: readonly (readonly number[])[],
  modulus: number,
): [a: number, counts: number[]][] {
  const placements = binomialColumnModulo(N * M, cells, modulus);
  const signed = (n: number, k: number) =>
    (n - k) % 2 === 0 ? choose[n][k] : modulus - choose[n][k];
  // byRows[i][b]: on i rows that may be empty, and b columns that may not.
  const byRows = Array.from({ length: N + 1 }, (_, i) =>
    Array.from({ length: M + 1 }, (_, b) => {
      let count = 0;
      for (let j = 0; j <= b; j++) count += signed(b, j) * placements[i * j];
      return count % modulus;
    }),
  );
  return Array.from({ length: Math.min(N, cells) }, (_, index) => {
    const a = index + 1;
    const counts = new Array<number>(Math.min(M, cells) + 1).fill(0);
    for (let b = Math.ceil(cells / a); b < counts.length; b++) {
      for (let i = 0; i <= a; i++) counts[b] += signed(a, i) * byRows[i][b];
      counts[b] %= modulus;
    }
    return [a, counts];
  });
}
