import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { binomial } from "../toolkit/numbers/binomials.ts";
import { totientsUpTo } from "../toolkit/numbers/sieves.ts";
import { latticePicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  reference_answer: bigIntegerFrom(1n),
});

interface Rectangle {
  N: number;
  M: number;
}

export const gridTriangleCounting = defineEnvironment({
  id: "GridTriangleCounting",
  title: "Triangles on a lattice",
  summary: "Count non-degenerate triangles with vertices at lattice points of an N by M rectangle.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(1, MAX_N_M);
    const M = random.integer(1, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: countTriangles({ N, M }) };
  },

  prompt: ({ N, M }) =>
    `Consider the points (x, y) with integer coordinates 0 ≤ x ≤ ${N} and 0 ≤ y ≤ ${M}.

How many triangles have their three vertices among these points? The three points must not lie on one line; a triangle is the set of its vertices.

Answer with the exact number of triangles as one integer, like this: n`,

  picture: ({ N, M }) => latticePicture(N, M),

  ...nearBigInteger({ beta: 10, least: 1 }, countByExactGcd),
});

/**
 * All triples of points without those on a horizontal, a vertical or a slanted line. Between the two
 * outer points of a slanted triple, i to the right and j up or down, lie gcd(i, j) − 1 points: summed
 * over the divisors of the gcd with Euler's totients. O(n log log n) for n = min(N, M).
 */
function countTriangles({ N, M }: Rectangle): bigint {
  const totients = totientsUpTo(Math.min(N, M));
  let inner = 0n;
  for (let d = 2; d < totients.length; d++) {
    inner += BigInt(totients[d]) * places(N, d) * places(M, d);
  }
  return countStraight({ N, M }) - 2n * inner;
}

/** All triples without the horizontal and vertical ones. */
function countStraight({ N, M }: Rectangle): bigint {
  const [columns, rows] = [N + 1, M + 1];
  return (
    binomial(columns * rows, 3) -
    BigInt(rows) * binomial(columns, 3) -
    BigInt(columns) * binomial(rows, 3)
  );
}

/** Σ (side − i + 1) over the multiples i of d up to the side: places of segments of these lengths. */
function places(side: number, d: number): bigint {
  const count = Math.floor(side / d);
  return BigInt(count) * BigInt(side + 1) - (BigInt(d) * BigInt(count) * BigInt(count + 1)) / 2n;
}

/**
 * The same with the places of segments whose gcd is exactly d, each with d − 1 inner points, found
 * from the largest d down as in Eratosthenes' sieve. O(n log n).
 */
function countByExactGcd({ N, M }: Rectangle): bigint {
  const limit = Math.min(N, M);
  const exactly = new Array<bigint>(limit + 1).fill(0n);
  let inner = 0n;
  for (let d = limit; d >= 2; d--) {
    exactly[d] = places(N, d) * places(M, d);
    for (let multiple = 2 * d; multiple <= limit; multiple += d) exactly[d] -= exactly[multiple];
    inner += BigInt(d - 1) * exactly[d];
  }
  return countStraight({ N, M }) - 2n * inner;
}
