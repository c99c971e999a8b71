import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

interface Game {
  N: number;
  edges: [number, number][];
  reference_answer: number;
}

/** Whether Alice wins with K vertices a turn, by trying every turn of hers and every walk of Bob's. */
function isWon(game: Game, K: number, black: readonly number[], bob: number): boolean {
  const { N, edges } = game;
  const white = range(0, N - 1).filter((vertex) => !black.includes(vertex));
  if (white.length <= K) return true;
  const steps = range(0, N - 1).filter(
    (vertex) => vertex === bob || edges.some((edge) => edge.includes(vertex) && edge.includes(bob)),
  );
  return [...subsets(white)].some((painted) => {
    if (painted.length !== K) return false;
    const after = [...black, ...painted];
    return steps.every((vertex) => after.includes(vertex) && isWon(game, K, after, vertex));
  });
}

export const triumphalArch = bruteForce<Game>(
  "TriumphalArch",
  [{ N: 3 }, { N: 5 }, { N: 7 }],
  (game, answer) => {
    const least = range(1, game.N).find((K) => isWon(game, K, [0], 0));
    expect(game.reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
