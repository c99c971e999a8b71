// Belongs here: who wins or how much is won when players move in turn; not: puzzles of one person
// (puzzles).
export { coinSquareGame } from "./coin-square-game.ts";
export { deltaNimGame } from "./delta-nim-game.ts";
export { euclidGame } from "./euclid-game.ts";
export { graMinimaGame } from "./gra-minima-game.ts";
export { las } from "./las.ts";
export { multipleFlippingGame } from "./multiple-flipping-game.ts";
export { newNimGame } from "./new-nim-game.ts";
export { splittingGame } from "./splitting-game.ts";
export { stoneGame } from "./stone-game.ts";
export { stoneIntervalsGame } from "./stone-intervals-game.ts";
export { takingPrimeGame } from "./taking-prime-game.ts";
export { triumphalArch } from "./triumphal-arch.ts";
