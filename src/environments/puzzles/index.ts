// Belongs here: puzzles that people solve for pleasure: placement, logic, riddles; not: two-
// player games (games).
export { additionTable } from "./addition-table.ts";
export { binario } from "./binario.ts";
export { binarioNoAdjacencyRequirement } from "./binario-no-adjacency-requirement.ts";
export { campsitePuzzle } from "./campsite-puzzle.ts";
export { cryptarithmetic } from "./cryptarithmetic.ts";
export { eightDigitPuzzle } from "./eight-digit-puzzle.ts";
export { futoshikiPuzzle } from "./futoshiki-puzzle.ts";
export { hitoriPuzzle } from "./hitori-puzzle.ts";
export { jugPuzzle } from "./jug-puzzle.ts";
export { kakurasu } from "./kakurasu.ts";
export { knightsAndKnaves } from "./knights-and-knaves.ts";
export { lightUpPuzzle } from "./light-up-puzzle.ts";
export { magicSquarePuzzle } from "./magic-square-puzzle.ts";
export { minesweeping } from "./minesweeping.ts";
export { ninePuzzle } from "./nine-puzzle.ts";
export { numbrix } from "./numbrix.ts";
export { quantumLockPuzzle } from "./quantum-lock-puzzle.ts";
export { queenPlacement } from "./queen-placement.ts";
export { skyscraperPuzzle } from "./skyscraper-puzzle.ts";
export { skyscraperSumPuzzle } from "./skyscraper-sum-puzzle.ts";
export { starBattle } from "./star-battle.ts";
export { sudoku } from "./sudoku.ts";
export { survoPuzzle } from "./survo-puzzle.ts";
export { twiddlePuzzle } from "./twiddle-puzzle.ts";
export { twoSat } from "./two-sat.ts";
