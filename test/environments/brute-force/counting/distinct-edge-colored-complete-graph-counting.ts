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
    const code = (move: number[], colours: number[]) =>
      move.reduce((digits, from) => digits * (M + 1) + colours[from], 0);
    const least = (colours: number[]) => Math.min(...moves.map((move) => code(move, colours)));
    const count = new Set([...sequences(range(1, M), pairs.length)].map(least)).size;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
