// Belongs here: who wins or how much is won when players move in turn; not: puzzles of one person
// (puzzles).
export { stoneGame } from "./stone-game.ts";
