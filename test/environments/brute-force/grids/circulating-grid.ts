import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

const STEPS: Record<string, number[]> = { L: [0, -1], R: [0, 1], U: [-1, 0], D: [1, 0] };

export const circulatingGrid = bruteForce<{
  R: number;
  C: number;
  grid: string[][];
  gold_answer: number;
}>("CirculatingGrid", [{ MAX_R_C: 3 }], ({ R, C, grid, gold_answer }, answer) => {
  const arrows = grid.flat();
  const changes = (letters: string[]) => letters.filter((l, at) => l !== arrows[at]).length;
  const target = (letter: string, at: number) => {
    const [down, right] = STEPS[letter];
    return ((Math.floor(at / C) + down + R) % R) * C + (((at % C) + right + C) % C);
  };
  // From every cell the walk of R·C steps must pass the cell again.
  const circulates = (letters: string[]) =>
    letters.every((_, start) => {
      let at = start;
      for (let step = 0; step < R * C; step++) {
        at = target(letters[at], at);
        if (at === start) return true;
      }
      return false;
    });
  const answered = answer.split("\n").flatMap((row) => [...row]);
  expect(circulates(answered)).toBe(true);
  expect(changes(answered)).toBe(gold_answer);
  if (R * C > 6) return;
  const fewest = [...sequences(["L", "R", "U", "D"], R * C)]
    .filter((letters) => changes(letters) < gold_answer)
    .filter(circulates);
  expect(fewest).toEqual([]);
});
