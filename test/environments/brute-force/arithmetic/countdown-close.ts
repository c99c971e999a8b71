import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

type Fraction = readonly [bigint, bigint];

/** All values of the operands, as fractions: two of them become one, in all ways. */
function* values(operands: readonly Fraction[]): Generator<Fraction> {
  if (operands.length === 1) yield operands[0];
  for (const [i, [a, b]] of operands.entries()) {
    for (const [j, [c, d]] of operands.entries()) {
      if (i === j) continue;
      const rest = operands.filter((_, index) => index !== i && index !== j);
      const results: Fraction[] = [
        [a * d + c * b, b * d],
        [a * d - c * b, b * d],
        [a * c, b * d],
      ];
      if (c !== 0n) results.push([a * d, b * c]);
      for (const result of results) yield* values([...rest, result]);
    }
  }
}

export const countdownClose = bruteForce<{
  target: number;
  operands: number[];
  reference_result: number;
}>(
  "CountdownClose",
  [
    { num_operands: 3, max_operand: 10, max_target: 100 },
    { num_operands: 4, max_operand: 12, max_target: 600 },
  ],
  ({ target, operands, reference_result }, answer) => {
    const all = [...values(operands.map((operand): Fraction => [BigInt(operand), 1n]))];
    const distances = all.map(([n, d]) => Math.abs(Number(n) / Number(d) - target));
    const least = distances.reduce((a, b) => Math.min(a, b));
    expect(Math.abs(reference_result - target)).toBeCloseTo(least, 9);
    expect(Math.abs(Number(Function(`return ${answer}`)()) - target)).toBeCloseTo(least, 9);
  },
);
