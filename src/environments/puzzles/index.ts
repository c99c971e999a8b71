// Belongs here: puzzles that people solve for pleasure: placement, logic, riddles; not: two-
// player games (games).
export { knightsAndKnaves } from "./knights-and-knaves.ts";
export { sudoku } from "./sudoku.ts";
