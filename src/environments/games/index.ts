// Belongs here: who wins or how much is won when players move in turn; not:
// puzzles of one person (puzzles).
import type { Environment } from "../environment.ts";
import { stoneGame } from "./stone-game.ts";

export const environments: readonly Environment[] = [stoneGame];
