/**
 * Linear equations with integer coefficients, and what each row's sum of coefficient times unknown
 * is to be.
 */
export interface LinearEquations {
  readonly unknownCount: number;
  readonly rows: readonly (readonly number[])[];
  readonly results: readonly number[];
}

/**
 * An integer solution, also where there are many: equation by equation, the solutions so far are
 * one of them plus the integer combinations of some directions. Euclid's algorithm on what the
 * directions add to the next equation leaves one that adds their gcd, which is used up to satisfy
 * it, and others that add nothing (Hermite's column operations). O(N² · M) operations for N unknowns
 * in M equations, on integers that grow slowly.
 * @returns undefined if there is none
 */
export function integerSolution(equations: LinearEquations): bigint[] | undefined {
  const { unknownCount, rows, results } = equations;
  let solution = new Array<bigint>(unknownCount).fill(0n);
  let directions = Array.from({ length: unknownCount }, (_, unknown) =>
    new Array<bigint>(unknownCount).fill(0n).with(unknown, 1n),
  );
  for (const [index, row] of rows.entries()) {
    const { effective, idle } = separate(directions, row);
    directions = idle;
    const missing = BigInt(results[index]) - dotProduct(row, solution);
    if (missing === 0n && effective === undefined) continue;
    const step = effective && dotProduct(row, effective);
    if (effective === undefined || step === undefined || missing % step !== 0n) return undefined;
    solution = addMultiple(solution, effective, missing / step);
  }
  return solution;
}

/** The sum of coefficient times value, exact whatever the size of the values. */
export function dotProduct(row: readonly number[], x: readonly bigint[]): bigint {
  let sum = 0n;
  for (const [index, coefficient] of row.entries()) {
    if (coefficient !== 0) sum += BigInt(coefficient) * x[index];
  }
  return sum;
}

/**
 * Directions of the same lattice of which at most one adds anything to an equation. All are reduced
 * by the one that adds least, with quotients rounded to the nearest integer: that keeps them short,
 * where taking two at a time lets them grow exponentially.
 */
function separate(
  directions: readonly bigint[][],
  row: readonly number[],
): { effective: bigint[] | undefined; idle: bigint[][] } {
  const idle: bigint[][] = [];
  let active = directions.map((vector) => ({ vector, amount: dotProduct(row, vector) }));
  for (;;) {
    idle.push(...active.filter(({ amount }) => amount === 0n).map(({ vector }) => vector));
    active = active.filter(({ amount }) => amount !== 0n);
    if (active.length < 2) return { effective: active[0]?.vector, idle };
    const least = active.reduce((a, b) => (magnitude(b.amount) < magnitude(a.amount) ? b : a));
    active = active.map((other) => {
      if (other === least) return other;
      const factor = -nearestQuotient(other.amount, least.amount);
      return {
        vector: addMultiple(other.vector, least.vector, factor),
        amount: other.amount + factor * least.amount,
      };
    });
  }
}

function addMultiple(to: readonly bigint[], vector: readonly bigint[], factor: bigint): bigint[] {
  return to.map((value, index) => value + factor * vector[index]);
}

/** a / b, rounded to a nearest integer. */
function nearestQuotient(a: bigint, b: bigint): bigint {
  const half = magnitude(b) / 2n;
  return (a < 0n ? a - half : a + half) / b;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
