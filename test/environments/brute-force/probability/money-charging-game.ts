import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, sequences } from "../enumerations.ts";
import { residueOf } from "../numbers.ts";

export const moneyChargingGame = bruteForce<{
  N: number;
  A: number[];
  B: number[];
  C: number[];
  T_inequalities: [number, number][];
  reference_answer: number;
}>(
  "MoneyChargingGame",
  [2, 3, 4].map((N) => ({ N })),
  ({ N, A, B, C, T_inequalities, reference_answer }, answer) => {
    let [over, under] = [0n, 1n];
    for (const W of sequences([1, 2, 3], N)) {
      let [p, q] = [1n, 1n];
      for (const [i, w] of W.entries()) {
        p *= BigInt([A, B, C][w - 1][i]);
        q *= BigInt(A[i] + B[i] + C[i]);
      }
      // First draws come in an order with the product of weights over what is not drawn yet.
      for (const order of permutations(range(0, N - 1))) {
        if (!T_inequalities.every(([u, v]) => order.indexOf(u) < order.indexOf(v))) continue;
        let [a, b] = [p, q];
        for (const [i, node] of order.entries()) {
          a *= BigInt(W[node]);
          b *= BigInt(order.slice(i).reduce((sum, other) => sum + W[other], 0));
        }
        [over, under] = [over * b + a * under, under * b];
      }
    }
    const expected = residueOf(over, under, 998_244_353);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
