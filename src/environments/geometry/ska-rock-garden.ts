import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { placesOf } from "../toolkit/pictures/marks.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { correct, malformed, malformedWords, partial } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

const LETTERS = "01";
const MAX_N = 5_000;
/** Of coordinates and costs, so that no total passes 2^53. */
const MAX_VALUE = 1_000_000;
/** What a best perimeter earns; the cost earns the rest, if the perimeter is best. */
const PERIMETER_SHARE = 0.5;

const ratio = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integersFrom(0, MAX_VALUE),
  Y: integersFrom(0, MAX_VALUE),
  M: integersFrom(1, MAX_VALUE),
  gold_answer_perimeter: integerFrom(0),
  gold_answer_cost: integerFrom(0),
  reference_answer: textOver(LETTERS),
}).check(lengths("N", "X", "Y", "M", "reference_answer"));

interface Task {
  readonly X: readonly number[];
  readonly Y: readonly number[];
  readonly M: readonly number[];
}

/** At level 0, with three points, no swap is best in nearly half of the problems. */
export const skaRockGarden = defineEnvironment({
  id: "SkaRockGarden",
  title: "Smallest fence by swapping coordinates",
  summary:
    "Choose which points to mirror (x↔y) to get the least bounding-box perimeter, then the least swap cost.",
  reward: `${PERIMETER_SHARE}·${ratio.words} of the perimeter, and if it is best, ${1 - PERIMETER_SHARE}·${ratio.words} of the cost; ${malformedWords("wrong length or letters")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const X = random.integers(N, 0, 2 * N);
    const Y = random.integers(N, 0, 2 * N);
    const M = random.integers(N, 1, N);
    const swaps = bestSwaps({ X, Y, M });
    const { perimeter, cost } = outcomeOf(swaps, { X, Y, M });
    return {
      N,
      X,
      Y,
      M,
      gold_answer_perimeter: perimeter,
      gold_answer_cost: cost,
      reference_answer: swaps,
    };
  },

  prompt: ({ N, X, Y, M }) =>
    `Here are ${N} points of the plane, numbered from 0, with their coordinates X[i] and Y[i]. The two coordinates of point i can be swapped, at a cost of M[i]:
${formatLines(X, (x, i) => `X[${i}]=${x} Y[${i}]=${Y[i]} M[${i}]=${M[i]}`)}

Choose the points whose coordinates are swapped. Afterwards, all points are enclosed by the smallest rectangle with sides parallel to the axes; it may be as narrow as a line or a point. Make the perimeter of this rectangle as small as possible. Among all choices with the smallest perimeter, make the total cost of the swaps as small as possible.

Answer with ${N} characters without separators: the character at index i, counted from 0, is 1 if the coordinates of point i are swapped, and 0 if not. For three other points, an answer would look like this: 101`,

  answer: describedAs("a line of the digits 0 and 1", plainText),

  score(swaps, { N, X, Y, M, gold_answer_perimeter, gold_answer_cost }) {
    const fault = findCountFault(swaps, N, "character") ?? findAlphabetFault(swaps, LETTERS);
    if (fault !== undefined) return malformed(fault);
    const { perimeter, cost } = outcomeOf(swaps, { X, Y, M });
    const isShortest = perimeter === gold_answer_perimeter;
    const verdict = isShortest
      ? ratio.verdict(cost, gold_answer_cost)
      : ratio.verdict(perimeter, gold_answer_perimeter);
    const { reward, reason, goldFreeReason } = verdict;
    if (reason === undefined) return correct();
    if (reward < 0) return verdict;
    const of = isShortest ? "cost" : "perimeter";
    return partial(
      isShortest ? PERIMETER_SHARE + (1 - PERIMETER_SHARE) * reward : PERIMETER_SHARE * reward,
      `${of}: ${reason}`,
      `${of}: ${goldFreeReason}`,
    );
  },

  picture: ({ X, Y, M }, swaps) =>
    pointsPicture(
      X.map((x, index) => [x, Y[index]]),
      {
        labels: M.map((cost, index) => `${index}: M ${cost}`),
        chosen: placesOf(swaps, "1"),
        added: placesOf(swaps, "1").map((index) => [Y[index], X[index]]),
      },
    ),

  solve: (task) => bestSwaps(task),
});

function outcomeOf(swaps: string, { X, Y, M }: Task): { perimeter: number; cost: number } {
  const isSwapped = X.map((_, i) => swaps[i] === "1");
  const [left, right] = extremes(X.map((x, i) => (isSwapped[i] ? Y[i] : x)));
  const [bottom, top] = extremes(Y.map((y, i) => (isSwapped[i] ? X[i] : y)));
  let cost = 0;
  for (const [i, price] of M.entries()) if (isSwapped[i]) cost += price;
  return { perimeter: 2 * (right - left + top - bottom), cost };
}

/**
 * With the smaller coordinate of each point first, the perimeter is smallest. Its four bounds are
 * those of every best rectangle, two lower and two upper ones, which can be paired in four ways: in
 * each rectangle, the points that must be swapped to lie within it. O(N).
 */
function bestSwaps({ X, Y, M }: Task): string {
  const [lowX, highX] = extremes(X.map((x, i) => Math.min(x, Y[i])));
  const [lowY, highY] = extremes(X.map((x, i) => Math.max(x, Y[i])));
  let best = { swaps: "", cost: Number.POSITIVE_INFINITY };
  for (const [left, right, bottom, top] of [
    [lowX, highX, lowY, highY],
    [lowX, highY, lowY, highX],
    [lowY, highX, lowX, highY],
    [lowY, highY, lowX, highX],
  ]) {
    const isWithin = (x: number, y: number) => left <= x && x <= right && bottom <= y && y <= top;
    const isPossible = X.every((x, i) => isWithin(x, Y[i]) || isWithin(Y[i], x));
    if (!isPossible) continue;
    const swaps = X.map((x, i) => (isWithin(x, Y[i]) ? "0" : "1")).join("");
    const { cost } = outcomeOf(swaps, { X, Y, M });
    if (cost < best.cost) best = { swaps, cost };
  }
  return best.swaps;
}
