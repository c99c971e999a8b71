// Belongs here: a rectangle of cells and what lies next to what; not: number-placement puzzles
// (puzzles), matrices of algebra (algebra).
export { gridBfs } from "./grid-bfs.ts";
export { maze } from "./maze.ts";
