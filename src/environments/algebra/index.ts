// Belongs here: formulas in letters: polynomials, matrices, derivatives, equations, recurrences; not:
// computing with given numbers only (arithmetic).
import type { Environment } from "../environment.ts";

export const environments: readonly Environment[] = [];
