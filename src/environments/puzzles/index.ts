// Belongs here: puzzles that people solve for pleasure: placement, logic, riddles; not:
// two-player games (games).
import type { Environment } from "../environment.ts";
import { knightsAndKnaves } from "./knights-and-knaves.ts";
import { sudoku } from "./sudoku.ts";

export const environments: readonly Environment[] = [knightsAndKnaves, sudoku];
