// Belongs here: a rectangle of cells and what lies next to what; not: number-placement puzzles
// (puzzles), matrices of algebra (algebra).
export { gridBfs } from "./grid-bfs.ts";
export { gridComponent } from "./grid-component.ts";
export { matrixPooling } from "./matrix-pooling.ts";
export { maze } from "./maze.ts";
export { spiralMatrix } from "./spiral-matrix.ts";
