import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Names have LENGTH_MULTIPLE_MIN · N to LENGTH_MULTIPLE_MAX · N letters. */
const LENGTH_MULTIPLE_MIN = 2;
const LENGTH_MULTIPLE_MAX = 3;
/** Bounds the O(N³) of the shortest length. */
const MAX_N = 100;

const Parameters = z
  .object({ N: sizeFrom(1, MAX_N), MAX_M: integerFrom(1) })
  .check(
    holds(
      "MAX_M",
      ({ N, MAX_M }) => Number.isSafeInteger(LENGTH_MULTIPLE_MAX * N * MAX_M),
      `must be smaller: ${LENGTH_MULTIPLE_MAX} · N · MAX_M has to stay below 2^53`,
    ),
  );
const Instance = instanceOf(Parameters, {
  S: z.array(textOver("ab").min(1)),
  M: integerFrom(1),
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "S"),
  holds(
    "S",
    ({ N, S }) => S.every(({ length }) => length <= LENGTH_MULTIPLE_MAX * N),
    `must have names of at most ${LENGTH_MULTIPLE_MAX} · N letters`,
  ),
  holds("S", ({ S }) => isSubstringFree(S), "must have no name that is a substring of another"),
  within("M", 1, "MAX_M"),
);

export const choHamsters = defineEnvironment({
  id: "ChoHamsters",
  title: "Shortest string with M occurrences",
  summary: "Find the least length of a string in which the given names occur M times in total.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 1, MAX_M: 4 }, ({ N, MAX_M }) => ({ N: N + 1, MAX_M: grow(MAX_M, 1.5) })),

  generate({ N, MAX_M }, random) {
    const S = redrawUntil(() => {
      const names = Array.from({ length: N }, () => drawName(N, random));
      return isSubstringFree(names) ? names : undefined;
    });
    const M = random.integer(1, MAX_M);
    return { N, MAX_M, S, M, reference_answer: shortestLength(S, M) };
  },

  prompt: ({ N, S, M }) =>
    `${N === 1 ? "Here is one name" : `Here are ${N} names, none of which is a substring of another`}:
${formatLines(S, (name, index) => `S[${index}]=${name}`)}

A name occurs in a string T at every position where it stands there as a contiguous substring. Occurrences may overlap, and all occurrences of all names count; a name may occur several times or not at all. What is the smallest possible length of a string T with at least ${formatCount(M, "such occurrence")} in total?

Answer with that length only, as one integer. The string itself is not asked for.`,

  ...exactInteger(({ S, M }: { S: readonly string[]; M: number }) => shortestLength(S, M)),
});

function drawName(N: number, random: Random): string {
  const length = random.integer(LENGTH_MULTIPLE_MIN * N, LENGTH_MULTIPLE_MAX * N);
  return biasedText(length, ["a", "b"], random.unit(), random);
}

function isSubstringFree(names: readonly string[]): boolean {
  return names.every((name, i) => names.every((other, j) => i === j || !other.includes(name)));
}

/**
 * The least length of a string with `count` occurrences. As no name contains another, occurrences
 * follow each other by their starts and by their ends alike, so only neighbours overlap: a cheapest
 * walk of count − 1 steps over the names, by powers of the step costs in min-plus algebra,
 * O(N³ log count).
 */
function shortestLength(names: readonly string[], count: number): number {
  let steps = names.map((name) => names.map((next) => next.length - overlap(name, next)));
  let shortest = names.map((name) => name.length);
  for (let rest = count - 1; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shortest = advance(shortest, steps);
    if (rest > 1) steps = steps.map((row) => advance(row, steps));
  }
  return Math.min(...shortest);
}

/** The min-plus product of a row and a matrix. */
function advance(row: readonly number[], steps: readonly (readonly number[])[]): number[] {
  return row.map((_, to) => Math.min(...row.map((cost, from) => cost + steps[from][to])));
}

/** The length of the longest proper suffix of `name` that `next` begins with: prefix function. */
function overlap(name: string, next: string): number {
  const text = `${next}#${name.slice(1)}`;
  const border = [0];
  for (let index = 1; index < text.length; index++) {
    let length = border[index - 1];
    while (length > 0 && text[index] !== text[length]) length = border[length - 1];
    border.push(text[index] === text[length] ? length + 1 : 0);
  }
  return border[text.length - 1];
}
