// Belongs here: formulas in letters: polynomials, matrices, derivatives, equations, recurrences; not:
// computing with given numbers only (arithmetic).
import type { Environment } from "../environment.ts";
import { differenceConstraintSystem } from "./difference-constraint-system.ts";
import { differentiate } from "./differentiate.ts";
import { fibtrain } from "./fibtrain.ts";
import { gaussianElimination } from "./gaussian-elimination.ts";
import { integral } from "./integral.ts";
import { matrixBinaryExponentiation } from "./matrix-binary-exponentiation.ts";
import { polynomialFactorization } from "./polynomial-factorization.ts";
import { polynomialInterpolation } from "./polynomial-interpolation.ts";
import { polynomialMinimum } from "./polynomial-minimum.ts";
import { polynomialRemainder } from "./polynomial-remainder.ts";

export const environments: readonly Environment[] = [
  differenceConstraintSystem,
  differentiate,
  fibtrain,
  gaussianElimination,
  integral,
  matrixBinaryExponentiation,
  polynomialFactorization,
  polynomialInterpolation,
  polynomialMinimum,
  polynomialRemainder,
];
