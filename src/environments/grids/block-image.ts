import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
} from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const EMPTY = ".";
const STAMP = ["..+---+", "./   /|", "+---+ |", "|   | +", "|   |/.", "+---+.."];
const CHARACTERS = ".+-/| ";
/** By how much the next column, row behind and layer shift the stamp, in characters. */
const [RIGHT, BACK, UP] = [4, 2, 3];
const MAX_HEIGHT = 5;
const LARGEST = 40;

const characters = matching({ beta: 2, unit: "characters right" });

const Parameters = z.object({ MAX_M_N: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1, LARGEST),
  N: integerFrom(1, LARGEST),
  grid: integerRowsFrom(1, 40),
  reference_answer: z.string(),
}).check(
  matrix("grid", "M", "N"),
  holds(
    "reference_answer",
    ({ grid, reference_answer }) => reference_answer === draw(grid),
    "must be the picture of the grid",
  ),
);

type Heights = readonly (readonly number[])[];

/** The examples of the prompt; they give the picture away where the grid is one of the first three. */
const EXAMPLE = [
  [2, 2, 1, 2],
  [2, 2, 1, 1],
  [3, 2, 1, 2],
];
const FORM_EXAMPLES = [[[1, 3]], [[2, 1]]];

// At the lowest levels few matrices are possible, among them those whose pictures the prompt shows; at
// level 20 a picture has up to 7,000 characters.
export const blockImage = defineEnvironment({
  id: "BlockImage",
  title: "Picture of stacked cubes",
  summary: "Draw stacks of cubes, given by a matrix of heights, as a picture of characters.",
  reward: `${characters.words}; ${invalidWords("other character")}, ${malformedWords("no rectangle")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_M_N: 2 }),

  generate({ MAX_M_N }, random) {
    const M = random.integer(1, MAX_M_N);
    const N = random.integer(1, MAX_M_N);
    const grid = Array.from({ length: M }, () => random.integers(N, 1, MAX_HEIGHT));
    return { MAX_M_N, M, N, grid, reference_answer: draw(grid) };
  },

  prompt: ({ M, N, grid, reference_answer }) => {
    const picture = reference_answer.split("\n");
    const example = FORM_EXAMPLES.find((heights) => draw(heights) !== reference_answer) ?? [];
    return `Stacks of unit cubes stand on a floor of ${formatGridSize(M, N)} of cells. The number of cubes on each cell is:
${formatRows(grid)}

The first row is at the back, the last row at the front, and the first column is on the left. Draw the cubes as a picture of characters, seen obliquely from the front, from the right and from above. One cube looks like this:
${draw([[1]])}
Here + is a corner, - is an edge from left to right, | is an edge upwards and / is an edge backwards. The blanks are parts of faces, which hide what is behind them. The character ${EMPTY} is empty space, where a cube hides nothing.

The picture of a further cube is the same, shifted:
- for the next cell on the right, by ${RIGHT} characters to the right, so that the two share the edge between them:
${draw([[1, 1]])}
- for the next cube on top of it, by ${UP} lines upwards:
${draw([[2]])}
- for the cell behind it, by ${BACK} characters to the right and ${BACK} lines upwards:
${draw([[1], [1]])}
Cubes are painted over one another: the rows from the back to the front, within a row the cells from the left to the right, and on a cell the cubes from the bottom to the top. The lower left corner of the lowest cube of the cell at the front and on the left is the lower left corner of the picture. The picture is as high and as wide as the cubes need, and ${EMPTY} stands where there is no cube.

For example, the heights
${formatRows(EXAMPLE)}
give the picture
${draw(EXAMPLE)}

Answer with the picture of the given cubes: ${picture.length} lines of ${picture[0].length} characters each, like this picture of the heights ${formatRows(example)}:
${draw(example)}`;
  },

  answer: describedAs("lines of the characters of a picture", lines),

  score(picture, { reference_answer }) {
    if (picture.length === 0) return malformed("no line");
    const width = picture[0].length;
    for (const [index, line] of picture.entries()) {
      if (line.length !== width) return malformed(`line ${index + 1} is not as long as the first`);
      const fault = findAlphabetFault(line, CHARACTERS);
      if (fault !== undefined) return invalid(`line ${index + 1}: ${fault}`);
    }
    const right = reference_answer.split("\n");
    if (picture.length !== right.length || width !== right[0].length) {
      return partial(0, `${picture.length} lines of ${width} characters are not the size`);
    }
    const matched = countAgreements(picture.join("\n"), reference_answer) - (right.length - 1);
    return characters.verdict(matched, right.length * width);
  },

  picture: ({ grid }) => gridPicture(grid),

  solve: ({ grid }) => draw(grid),
});

/** The picture, cube by cube from the back to the front, each painted over those before. O(cubes). */
function draw(grid: Heights): string {
  const cubes = grid.flatMap((row, index) =>
    row.flatMap((height, column) =>
      Array.from({ length: height }, (_, layer) => {
        const back = BACK * (grid.length - 1 - index);
        return { left: back + RIGHT * column, bottom: back + UP * layer };
      }),
    ),
  );
  let [height, width] = [0, 0];
  for (const { left, bottom } of cubes) {
    height = Math.max(height, bottom + STAMP.length);
    width = Math.max(width, left + STAMP[0].length);
  }
  const picture = Array.from({ length: height }, () => new Array<string>(width).fill(EMPTY));
  for (const { left, bottom } of cubes) {
    const top = height - bottom - STAMP.length;
    for (const [line, text] of STAMP.entries()) {
      for (let at = 0; at < text.length; at++) {
        if (text[at] !== EMPTY) picture[top + line][left + at] = text[at];
      }
    }
  }
  return picture.map((line) => line.join("")).join("\n");
}
