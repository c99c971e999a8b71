import { z } from "zod";
import {
  type Clues,
  describeSkyscrapers,
  drawSkyline,
  judgeSkyline,
  skyscraperFields,
} from "../engines/skyscrapers/skyscrapers.ts";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { cheapestAssignment } from "../toolkit/graphs/assignment.ts";
import { counting } from "../toolkit/levels.ts";
import { blankRows, gridPicture } from "../toolkit/pictures/grid.ts";
import { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";

const clues = satisfying({ beta: 10, unit: "clues right" });

/** Beyond, looking for heights takes minutes. */
const LARGEST_N = 40;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, skyscraperFields).check(
  lengths("N", "left", "right", "top", "bottom"),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const grid = integerMatrix.parse(reference_answer);
      return grid !== null && judgeSkyline(grid, problem, countVisible, clues).reward === 1;
    },
    "must agree with the clues",
  ),
);

function countVisible(visible: readonly number[]): number {
  return visible.length;
}

export const skyscraperPuzzle = defineEnvironment({
  id: "SkyscraperPuzzle",
  title: "Skyscrapers by visible count",
  summary:
    "Fill an N×N Latin square of heights 0..N−1 matching the numbers of visible buildings on all four sides.",
  reward: `${clues.words}; ${invalidWords("no Latin square")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate: ({ N }, random) => ({ N, ...drawSkyline(N, countVisible, random) }),

  prompt: ({ N, ...told }) => describeSkyscrapers(N, told, "how many buildings are visible"),

  answer: integerMatrix,

  score: (grid, problem) => judgeSkyline(grid, problem, countVisible, clues),

  picture: ({ N, left, right, top, bottom }, filled) =>
    gridPicture(blankRows(N, N), { clues: { left, right, top, bottom }, filled }),

  solve: ({ N, ...told }) => formatRows(findSkyline(N, told)),
});

/** A line seen from one end: how many visible buildings it still needs, and how many cells lie before them. */
interface Side {
  need: number;
  gap: number;
}

const FORBIDDEN = 1e9;

/**
 * Heights from the tallest down, each as a perfect matching of rows and columns on free cells. Of
 * each line it is known from both ends how many visible buildings are still to come before the
 * outermost one: a cell is allowed if none of the four needs becomes more than there are cells for,
 * or heights. Among matchings, one is taken that keeps needs near to what random heights would
 * show (the logarithm of the gap) and is random beside that; where there is none, all begins anew.
 */
function findSkyline(N: number, { left, right, top, bottom }: Clues): number[][] {
  const random = new Random("skyscrapers");
  for (;;) {
    const grid = place(N, [left, right, top, bottom], random);
    if (grid !== undefined) return grid;
  }
}

function place(
  N: number,
  needs: readonly (readonly number[])[],
  random: Random,
): number[][] | undefined {
  const [left, right, top, bottom] = needs.map((line) =>
    line.map((need): Side => ({ need, gap: N })),
  );
  const grid = Array.from({ length: N }, () => new Array<number>(N).fill(-1));
  for (let height = N - 1; height >= 0; height--) {
    const costs = grid.map((row, i) =>
      row.map((taken, j) => {
        if (taken !== -1) return FORBIDDEN;
        const across = costOf(left[i], j, right[i], N - 1 - j, height);
        const down = costOf(top[j], i, bottom[j], N - 1 - i, height);
        return Math.min(FORBIDDEN, across + down + random.unit());
      }),
    );
    const columns = cheapestAssignment(costs);
    if (columns.some((j, i) => costs[i][j] === FORBIDDEN)) return undefined;
    for (const [i, j] of columns.entries()) {
      grid[i][j] = height;
      move(left[i], j);
      move(right[i], N - 1 - j);
      move(top[j], i);
      move(bottom[j], N - 1 - i);
    }
  }
  return grid;
}

/** What a building at a distance from both ends of a line costs there; infinite where it may not stand. */
function costOf(
  near: Side,
  before: number,
  far: Side,
  behind: number,
  heightsLeft: number,
): number {
  const first = afterMove(near, before);
  const second = afterMove(far, behind);
  if (first.need + second.need > heightsLeft) return Number.POSITIVE_INFINITY;
  return surprise(first) + surprise(second);
}

function surprise({ need, gap }: Side): number {
  const isPossible = gap === 0 ? need === 0 : need >= 1 && need <= gap;
  return isPossible ? Math.abs(need - Math.log(1 + gap)) : Number.POSITIVE_INFINITY;
}

/** Each next building is lower: it is visible where it stands before all others. */
function afterMove({ need, gap }: Side, distance: number): Side {
  return distance < gap ? { need: need - 1, gap: distance } : { need, gap };
}

function move(side: Side, distance: number): void {
  Object.assign(side, afterMove(side, distance));
}
