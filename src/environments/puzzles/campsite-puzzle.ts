import { countedLines } from "../engines/counted-lines/puzzle.ts";
import { defineEnvironment } from "../environment.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";

export const campsitePuzzle = defineEnvironment({
  id: "CampsitePuzzle",
  title: "Grid of non-adjacent ones",
  summary: "Fill a 0/1 grid with no two adjacent ones so that row and column counts match.",
  ...countedLines({
    start: 3,
    ruleText: "no two ones share a side",
    broken: "adjacent ones",
    /** State: whether the last cell is a one. */
    rule: { stateCount: 2, next: (state, bit) => (state === 1 && bit === 1 ? -1 : bit) },

    draw(N, M, random) {
      const cells = Array.from({ length: N }, () => new Array<number>(M).fill(0));
      for (const cell of random.permutation(N * M)) {
        const [row, column] = [Math.floor(cell / M), cell % M];
        const isBeside = ORTHOGONAL_STEPS.some(
          ([down, right]) => cells[row + down]?.[column + right] === 1,
        );
        if (!isBeside && random.chance(0.5)) cells[row][column] = 1;
      }
      return cells;
    },
  }),
});
