import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Values lie in [0, N · VALUE_RANGE_MULTIPLE]. */
const VALUE_RANGE_MULTIPLE = 5;
const BETA = 10;

const Parameters = z.object({ N: z.int().min(1) });
const Instance = Parameters.extend({
  array: integers,
  gold_answer: integers,
  reference_answer: z.string(),
});

export const sorting = defineEnvironment({
  id: "Sorting",
  title: "Sort a list",
  summary: "Output the given integers in ascending order.",
  reward: "(matched/all)^10; wrong length −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const array = random.integers(N, 0, N * VALUE_RANGE_MULTIPLE);
    const gold_answer = ascending(array);
    return { N, array, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, array }) =>
    `Here ${N === 1 ? "is" : "are"} ${formatCount(N, "integer")}:
${array.join(" ")}

Sort them in ascending order. A value that occurs several times is to be repeated as often.

Answer with the ${N} sorted integers on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(answer, { N, gold_answer }) {
    if (answer.length !== N) return invalid(`${answer.length} integers instead of ${N}`);
    return fraction(countAgreements(answer, gold_answer), N, BETA, "positions right");
  },

  solve: ({ array }) => ascending(array).join(" "),
});
