// Belongs here: vertices and edges given as a list; not: trees (trees), cells and their
// neighbours (grids).
export { minimumSpanningTree } from "./minimum-spanning-tree.ts";
export { shortestPath } from "./shortest-path.ts";
