import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

const CUBE = ["..+---+", "./   /|", "+---+ |", "|   | +", "|   |/.", "+---+.."];

/** Character by character: the first cube, from the front, that paints there. */
export const blockImage = bruteForce<{
  M: number;
  N: number;
  grid: number[][];
  reference_answer: string;
}>("BlockImage", [{ MAX_M_N: 2 }, { MAX_M_N: 5 }], ({ M, N, grid, reference_answer }, answer) => {
  const cubes = range(0, M - 1)
    .flatMap((i) => range(0, N - 1).map((j) => [i, j]))
    .flatMap(([i, j]) => range(0, grid[i][j] - 1).map((k) => [i, j, k]))
    .map(([i, j, k]) => ({ left: 2 * (M - 1 - i) + 4 * j, low: 2 * (M - 1 - i) + 3 * k }))
    .reverse();
  const top = Math.max(...cubes.map(({ low }) => low + 5));
  const end = Math.max(...cubes.map(({ left }) => left + 6));
  const picture = range(0, top).map((line) =>
    range(0, end).map((column) => {
      const painted = cubes.map(({ left, low }) => CUBE[line - (top - low - 5)]?.[column - left]);
      return painted.find((character) => character !== undefined && character !== ".") ?? ".";
    }),
  );
  expect(reference_answer).toBe(picture.map((line) => line.join("")).join("\n"));
  expect(answer).toBe(reference_answer);
});
