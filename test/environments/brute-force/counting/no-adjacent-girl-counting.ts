import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const noAdjacentGirlCounting = bruteForce<{
  N: number;
  M: number;
  reference_answer: bigint;
}>("NoAdjacentGirlCounting", [{ MAX_N_M: 3 }], ({ N, M, reference_answer }, answer) => {
  const people = [...range(1, N).map(() => "b"), ...range(1, M).map(() => "g"), "t", "t"];
  const isFine = (row: string[]) =>
    row.every((person, i) => person === "b" || person !== row[i + 1]);
  const count = [...permutations(people)].filter(isFine).length;
  expect(reference_answer).toBe(BigInt(count));
  expect(answer).toBe(String(count));
});
