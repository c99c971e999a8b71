// Belongs here: vertices and edges given as a list; not:
// trees (trees), cells and their neighbours (grids).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
