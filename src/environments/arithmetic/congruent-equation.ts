import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { inverseModulo, multiplyModulo } from "../toolkit/numbers/modular.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";

const Parameters = z.object({ MAX_A_B: sizeFrom(2, 2 ** 52) });
const Instance = instanceOf(Parameters, {
  A: integerFrom(1),
  B: integerFrom(2),
  reference_answer: integerFrom(1),
}).check(
  holds(
    "reference_answer",
    ({ A, B, reference_answer }) =>
      reference_answer < B && multiplyModulo(A % B, reference_answer, B) === 1,
    "must be the inverse of A modulo B",
  ),
);

/** At level 0 there are fourteen problems: eight have the answer 1, and seven the answer A. */
export const congruentEquation = defineEnvironment({
  id: "CongruentEquation",
  title: "Modular inverse",
  summary: "Find the least positive x for which A·x leaves remainder 1 modulo B.",
  reward: `${EXACT_WORDS}; ${invalidWords("another remainder")}, ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_A_B: 5 }, ({ MAX_A_B }) => ({ MAX_A_B: 2 * MAX_A_B })),

  generate({ MAX_A_B }, random) {
    return redrawUntil(() => {
      const A = random.integer(1, MAX_A_B);
      const B = random.integer(2, MAX_A_B);
      if (gcd(A, B) !== 1) return undefined;
      return { MAX_A_B, A, B, reference_answer: inverseModulo(A, B) };
    });
  },

  prompt: ({ A, B }) =>
    `Find the smallest positive integer x for which ${A}·x leaves remainder 1 when divided by ${B}: ${A}·x ≡ 1 (mod ${B}).

Answer with x as one integer, like this: x`,

  answer: bigInteger,

  score(x, { A, B, reference_answer }) {
    if (x <= 0n) return malformed("not positive");
    const left = (BigInt(A) * x) % BigInt(B);
    if (left !== 1n) return invalid(`A·x leaves remainder ${left}`);
    return exact(x === BigInt(reference_answer), "a smaller x leaves remainder 1, too");
  },

  solve: ({ A, B }) => String(inverseModulo(A, B)),
});
