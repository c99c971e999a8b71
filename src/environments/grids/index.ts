// Belongs here: a rectangle of cells and what lies next to what; not:
// number-placement puzzles (puzzles), matrices of algebra (algebra).
import type { Environment } from "../environment.ts";
import { gridBfs } from "./grid-bfs.ts";
import { maze } from "./maze.ts";

export const environments: readonly Environment[] = [gridBfs, maze];
