import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, sequences } from "../enumerations.ts";

export const distinctEdgeColoredCompleteGraphCounting = bruteForce<{
  N: number;
  M: number;
  MOD: number;
  reference_answer: number;
}>(
  "DistinctEdgeColoredCompleteGraphCounting",
  [{ N: 3 }, { N: 4 }],
  ({ N, M, MOD, reference_answer }, answer) => {
    const pairs = range(0, N - 1).flatMap((u) => range(u + 1, N - 1).map((v) => [u, v]));
    const moves = [...permutations(range(0, N - 1))].map((to) =>
      pairs.map(([u, v]) =>
        pairs.findIndex(([a, b]) => a === Math.min(to[u], to[v]) && b === Math.max(to[u], to[v])),
      ),
    );
    const least = (colours: number[]) =>
      moves.map((move) => move.map((from) => colours[from]).join(" ")).sort()[0];
    const count = new Set([...sequences(range(1, M), pairs.length)].map(least)).size;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
