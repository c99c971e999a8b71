import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, words } from "../toolkit/answer-forms/text.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { parseInteger } from "../toolkit/numbers/parse.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, partial, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { LOWERCASE } from "../toolkit/text/alphabet.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const digitsRight = matching({ beta: 3, unit: "digits right" });
const form = describedAs("integers separated by spaces", words);

const Parameters = z.object({ N: sizeFrom(3, LOWERCASE.length) });
const Instance = instanceOf(Parameters, {
  digit2letter: z.array(z.enum([...LOWERCASE])),
  reference_answer: z.string(),
}).check(
  lengths("N", "digit2letter"),
  distinct("digit2letter"),
  rewarded("reference_answer", form, verdict, "must be N and the digits of the letters"),
);

interface Table {
  N: number;
  digit2letter: readonly string[];
  reference_answer: string;
}

// A base N has N! tables: six at level 0.
export const additionTable = defineEnvironment({
  id: "AdditionTable",
  title: "Letter addition table",
  summary: "From an addition table in letters, find the number base and the digit of each letter.",
  reward: `${digitsRight.words}; wrong base 0; ${invalidWords("no integers or not N + 1 of them")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: Math.min(LOWERCASE.length, N + 1) })),

  generate({ N }, random) {
    const letters = lettersOf(N);
    const digit2letter = random.shuffle([...letters]);
    const digits = letters.map((letter) => digit2letter.indexOf(letter));
    return { N, digit2letter, reference_answer: [N, ...digits].join(" ") };
  },

  prompt({ N, digit2letter }) {
    const letters = lettersOf(N);
    const equations = letters.flatMap((x, at) =>
      letters.slice(at).map((y) => `${x} + ${y} = ${sumOf(x, y, digit2letter)}`),
    );
    return `In an unknown number base, each of the digits from 0 to base − 1 is written as a letter: ${letters.join(", ")} are all the digits, each letter a digit of its own. Two letters side by side are a number of two digits in this base, the most significant first. These are all sums of two digits:
${equations.join("\n")}

Find the base and the digit of each letter.

Answer with ${N + 1} decimal integers on one line, separated by spaces: the base, then the digits of ${letters.join(", ")} in this order. For a base of ${N + 1}, the line could begin like this: ${N + 1} 0 1 2`;
  },

  answer: form,

  score: verdict,

  /** A digit d carries with exactly d of the digits: those from N − d on. O(N²). */
  picture({ N, digit2letter }, answer) {
    const letters = lettersOf(N);
    const sums = letters.map((x) => letters.map((y) => sumOf(x, y, digit2letter)));
    const right = answer?.slice(1, N + 1);
    return gridPicture(sums, { clues: { left: letters, top: letters, right } });
  },

  solve({ N, digit2letter }) {
    const letters = lettersOf(N);
    const digits = letters.map(
      (x) => letters.filter((y) => sumOf(x, y, digit2letter).length === 2).length,
    );
    return [N, ...digits].join(" ");
  },
});

function verdict(tokens: readonly string[], { N, digit2letter }: Table): Verdict {
  const fault = findCountFault(tokens, N + 1);
  if (fault !== undefined) return invalid(fault);
  const integers = tokens.map(parseInteger);
  const stray = integers.indexOf(null);
  if (stray !== -1) return invalid(`value ${stray + 1} is no integer`);
  const [base, ...digits] = integers;
  if (base !== N) return partial(0, `base ${formatFigure(base ?? 0)} is not the number of letters`);
  const letters = lettersOf(N);
  const right = letters.filter((letter, at) => digit2letter[digits[at] ?? -1] === letter);
  return digitsRight.verdict(right.length, N);
}

function lettersOf(N: number): string[] {
  return [...LOWERCASE.slice(0, N)];
}

/** The sum of two letters, in letters. */
function sumOf(x: string, y: string, digit2letter: readonly string[]): string {
  const N = digit2letter.length;
  const sum = digit2letter.indexOf(x) + digit2letter.indexOf(y);
  return sum < N ? digit2letter[sum] : digit2letter[1] + digit2letter[sum - N];
}
