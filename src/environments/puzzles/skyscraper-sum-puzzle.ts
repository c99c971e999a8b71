import { z } from "zod";
import { findShiftedGrid } from "../engines/skyscrapers/shifted-grids.ts";
import {
  describeSkyscrapers,
  drawSkyline,
  judgeSkyline,
  skyscraperFields,
} from "../engines/skyscrapers/skyscrapers.ts";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { blankRows, gridPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";

const clues = satisfying({ beta: 10, unit: "clues right" });

/** Far beyond any use. Solving takes 20 ms at N = 23 (level 20). */
const LARGEST_N = 30;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, skyscraperFields).check(
  lengths("N", "left", "right", "top", "bottom"),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const grid = integerMatrix.parse(reference_answer);
      return grid !== null && judgeSkyline(grid, problem, sum, clues).reward === 1;
    },
    "must agree with the clues",
  ),
);

export const skyscraperSumPuzzle = defineEnvironment({
  id: "SkyscraperSumPuzzle",
  title: "Skyscrapers by visible height sum",
  summary:
    "Fill an N×N Latin square of heights 0..N−1 matching the sums of visible heights on all four sides.",
  reward: `${clues.words}; ${invalidWords("no Latin square")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate: ({ N }, random) => ({ N, ...drawSkyline(N, sum, random) }),

  prompt: ({ N, ...told }) =>
    describeSkyscrapers(N, told, "what the heights of the visible buildings add up to"),

  answer: integerMatrix,

  score: (grid, problem) => judgeSkyline(grid, problem, sum, clues),

  // Every problem is drawn as a shifted grid; whether other grids fit, too, need not be known.
  picture: ({ N, left, right, top, bottom }, filled) =>
    gridPicture(blankRows(N, N), { clues: { left, right, top, bottom }, filled }),

  solve: ({ N, ...told }) => formatRows(findShiftedGrid(N, told) ?? []),
});
