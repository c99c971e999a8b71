// Belongs here: formulas in letters: polynomials, matrices, derivatives, equations, recurrences;
// not: computing with given numbers only (arithmetic).
export { differenceConstraintSystem } from "./difference-constraint-system.ts";
export { differentiate } from "./differentiate.ts";
export { fibtrain } from "./fibtrain.ts";
export { gaussianElimination } from "./gaussian-elimination.ts";
export { integral } from "./integral.ts";
export { matrixBinaryExponentiation } from "./matrix-binary-exponentiation.ts";
export { polynomialFactorization } from "./polynomial-factorization.ts";
export { polynomialInterpolation } from "./polynomial-interpolation.ts";
export { polynomialMinimum } from "./polynomial-minimum.ts";
export { polynomialRemainder } from "./polynomial-remainder.ts";
