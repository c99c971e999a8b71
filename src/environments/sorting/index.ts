// Belongs here: putting things in order, or problems about the order of things (permutations,
// swaps, inversions); not: arrays whose order is given and only read (arrays).
import type { Environment } from "../environment.ts";
import { sorting } from "./sorting.ts";

export const environments: readonly Environment[] = [sorting];
