import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerPairsFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { overlapping } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Products of three coefficients' differences stay exact. */
const MAX_N = 10_000;

const lines = overlapping({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  lines: integerPairsFrom(-MAX_N, MAX_N),
  gold_answer: integers,
  reference_answer: z.string(),
}).check(
  lengths("N", "lines"),
  within("lines", ({ N }) => -N, "N"),
  holds(
    "lines",
    ({ lines }) => new Set(lines.map((line) => line.join())).size === lines.length,
    "must all differ",
  ),
  within("gold_answer", 0, ({ N }) => N - 1),
  distinct("gold_answer"),
  holds("gold_answer", ({ gold_answer }) => gold_answer.length > 0, "must not be empty"),
);

type Lines = readonly (readonly [slope: number, intercept: number])[];

export const visibleLine = defineEnvironment({
  id: "VisibleLine",
  title: "Lines visible from above",
  summary: "List the lines that appear on the upper envelope of a set of lines.",
  reward: `${lines.words}; ${malformedWords("no line")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const drawn = new Map<string, [number, number]>();
    while (drawn.size < N) {
      const line: [number, number] = [random.integer(-N, N), random.integer(-N, N)];
      drawn.set(line.join(), line);
    }
    const lines = [...drawn.values()];
    const gold_answer = upperEnvelope(lines);
    return { N, lines, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, lines }) =>
    `Here are ${N} lines y = A·x + B of the plane, numbered from 0, with their coefficients A and B:
${formatLines(lines, ([slope, intercept], index) => `line ${index}: A = ${slope}, B = ${intercept}`)}

A line is visible from above if there is an interval of positive length of x on which it lies above all other lines, that is, its y is greater than that of each other line. A line that is highest at a single x only, together with others, is not visible. Which lines are visible from above?

Answer with the numbers of all visible lines in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, gold_answer }) {
    const fault = findRangeFault(indices, 0, N - 1);
    if (fault !== undefined) return malformed(fault);
    const answered = new Set(indices);
    const common = gold_answer.filter((index) => answered.has(index)).length;
    return lines.verdict(common, answered.size + gold_answer.length - common);
  },

  picture: ({ N, lines }, chosenLines) =>
    pointsPicture([], {
      lines: lines.map(([slope, intercept]) => [
        [-N, intercept - slope * N],
        [N, intercept + slope * N],
      ]),
      lineLabels: lines.map((_, index) => index),
      chosenLines,
      stretched: true,
    }),

  solve: ({ lines }) => visibleLines(lines).join(" "),
});

/**
 * By ascending slope, of equal ones the highest alone, on a stack: a line is hidden if it meets the
 * one after it no later than the one before it. O(N log N).
 */
function upperEnvelope(lines: Lines): number[] {
  const order = [...lines.keys()].sort(
    (i, j) => lines[i][0] - lines[j][0] || lines[j][1] - lines[i][1],
  );
  const stack: number[] = [];
  for (const index of order) {
    const [slope, intercept] = lines[index];
    if (stack.length > 0 && lines[stack[stack.length - 1]][0] === slope) continue;
    while (stack.length > 1) {
      const [first, second] = stack.slice(-2).map((kept) => lines[kept]);
      const isHidden =
        (second[0] - first[0]) * (intercept - second[1]) >=
        (second[1] - first[1]) * (slope - second[0]);
      if (!isHidden) break;
      stack.pop();
    }
    stack.push(index);
  }
  return ascending(stack);
}

/** Each line against all others: where it exceeds those of smaller and those of larger slope. O(N²). */
function visibleLines(lines: Lines): number[] {
  return [...lines.keys()].filter((index) => {
    const [slope, intercept] = lines[index];
    // It is highest for x from `from` to `to`, fractions of integers with positive denominators.
    let [from, to]: (readonly [number, number] | undefined)[] = [];
    for (const [otherSlope, otherIntercept] of lines) {
      const rise = otherIntercept - intercept;
      if (otherSlope === slope) {
        if (rise > 0) return false;
      } else if (otherSlope < slope) {
        const meeting = [rise, slope - otherSlope] as const;
        if (from === undefined || isLess(from, meeting)) from = meeting;
      } else {
        const meeting = [-rise, otherSlope - slope] as const;
        if (to === undefined || isLess(meeting, to)) to = meeting;
      }
    }
    return from === undefined || to === undefined || isLess(from, to);
  });
}

function isLess(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] * b[1] < b[0] * a[1];
}
