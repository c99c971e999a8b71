// Belongs here: puzzles that people solve for pleasure: placement, logic, riddles; not:
// two-player games (games).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
