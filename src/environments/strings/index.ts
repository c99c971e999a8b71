// Belongs here: strings of characters: substrings, palindromes, rotations, edits; not:
// lists of numbers (arrays).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
