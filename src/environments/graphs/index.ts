// Belongs here: vertices and edges given as a list; not:
// trees (trees), cells and their neighbours (grids).
import type { Environment } from "../environment.ts";
import { minimumSpanningTree } from "./minimum-spanning-tree.ts";
import { shortestPath } from "./shortest-path.ts";

export const environments: readonly Environment[] = [minimumSpanningTree, shortestPath];
