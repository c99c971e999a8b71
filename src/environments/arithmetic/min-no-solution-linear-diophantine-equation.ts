import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";

const Parameters = z.object({ MAX_A_B: sizeFrom(3, 2 ** 52) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(2),
  B: integerFrom(2),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("B", ({ A, B }) => gcd(A, B) === 1, "must have no common divisor with A"));

export const minNoSolutionLinearDiophantineEquation = defineEnvironment({
  id: "MinNoSolutionLinearDiophantineEquation",
  title: "Largest unrepresentable amount",
  summary:
    "For coprime A and B find the largest z for which Ax + By = z has no non-negative integer solution.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_A_B: 16 }, ({ MAX_A_B }) => ({ MAX_A_B: 2 * MAX_A_B })),

  generate({ MAX_A_B }, random) {
    return redrawUntil(() => {
      const [A, B] = random.integers(2, 2, MAX_A_B);
      if (gcd(A, B) !== 1) return undefined;
      return { MAX_A_B, A, B, reference_answer: findLargestGap({ A, B }) };
    });
  },

  prompt: ({ A, B }) =>
    `For some integers z ≥ 0, the equation ${A}·x + ${B}·y = z has no solution in integers x ≥ 0 and y ≥ 0.

Find the largest such z.

Answer with z as one integer, like this: z`,

  ...exactBigInteger(findLargestGap),
});

/**
 * Of the numbers of one remainder modulo A, those from y·B on have a solution, y the one of 0..A − 1
 * for which y·B has that remainder. The largest without one lies A below the largest of these.
 */
function findLargestGap({ A, B }: { A: number; B: number }): bigint {
  return BigInt(A - 1) * BigInt(B) - BigInt(A);
}
