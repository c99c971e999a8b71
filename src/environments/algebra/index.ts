// Belongs here: formulas in letters: polynomials, matrices, derivatives, equations, recurrences; not:
// computing with given numbers only (arithmetic).
import type { Environment } from "../environment.ts";
import { differentiate } from "./differentiate.ts";
import { integral } from "./integral.ts";
import { polynomialMinimum } from "./polynomial-minimum.ts";

export const environments: readonly Environment[] = [differentiate, integral, polynomialMinimum];
