// Belongs here: problems whose values are bits: Boolean formulas, bitwise operations, xor; not:
// strings of 0 and 1 read as text (strings).
import type { Environment } from "../environment.ts";
import { sat } from "./sat.ts";

export const environments: readonly Environment[] = [sat];
