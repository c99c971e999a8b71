// Belongs here: one or two sequences of numbers that are read, cut, chosen from or changed in place; not:
// putting things in order (sorting), strings of characters (strings).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
