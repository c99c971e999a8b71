import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { rearrangedBars } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Values lie in [0, N · VALUE_RANGE_MULTIPLE]. */
const VALUE_RANGE_MULTIPLE = 5;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const positions = matching({ beta: 10, unit: "positions right" });

const value = integersFrom(0, MAX_N * VALUE_RANGE_MULTIPLE);
const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  array: value,
  gold_answer: value,
  reference_answer: z.string(),
}).check(
  lengths("N", "array", "gold_answer"),
  holds(
    "gold_answer",
    ({ array, gold_answer }) => countAgreements(ascending(array), gold_answer) === array.length,
    "must be the sorted array",
  ),
);

export const sorting = defineEnvironment({
  id: "Sorting",
  title: "Sort a list",
  summary: "Output the given integers in ascending order.",
  reward: `${positions.words}; ${invalidWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const array = random.integers(N, 0, N * VALUE_RANGE_MULTIPLE);
    const gold_answer = ascending(array);
    return { N, array, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, array }) =>
    `Here ${N === 1 ? "is" : "are"} ${formatCount(N, "integer")}:
${array.join(" ")}

Sort them in ascending order. A value that occurs several times among them occurs just as many times in the sorted list.

Answer with the sorted ${N === 1 ? "integer" : `${N} integers`} on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(answer, { N, gold_answer }) {
    const fault = findCountFault(answer, N, "integer");
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(answer, gold_answer), N);
  },

  picture: ({ array }, answer) => rearrangedBars(array, answer),

  solve: ({ array }) => ascending(array).join(" "),
});
