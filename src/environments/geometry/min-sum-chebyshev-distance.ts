import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { formatLines } from "../toolkit/text/format.ts";

const MAX_N = 5_000;
/** Of coordinates and weights, so that no total passes 2^53. */
const MAX_VALUE = 100_000;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integersFrom(-MAX_VALUE, MAX_VALUE),
  Y: integersFrom(-MAX_VALUE, MAX_VALUE),
  T: integersFrom(1, MAX_VALUE),
  reference_answer: z.string(),
  gold_answer: integerFrom(0),
}).check(lengths("N", "X", "Y", "T"));

interface Task {
  readonly X: readonly number[];
  readonly Y: readonly number[];
  readonly T: readonly number[];
}

/**
 * Among many points every central one is good: at level 20 the answer of another problem earns 0.89 in
 * the mean, though it is hardly ever right.
 */
export const minSumChebyshevDistance = defineEnvironment({
  id: "MinSumChebyshevDistance",
  title: "Weighted Chebyshev median point",
  summary:
    "Find the integer point minimising the weighted sum of Chebyshev distances to given points.",
  reward: total.words,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const X = random.integers(N, 1, 2 * N);
    const Y = random.integers(N, 1, 2 * N);
    const T = random.integers(N, 1, N);
    const [x, y] = bestPoint({ X, Y, T });
    const gold_answer = totalCost(x, y, { X, Y, T });
    return { N, X, Y, T, reference_answer: `${x} ${y}`, gold_answer };
  },

  prompt: ({ N, X, Y, T }) =>
    `Here are ${N} points of the plane, numbered from 0, each with its coordinates X[i] and Y[i] and a weight T[i]:
${formatLines(X, (x, i) => `X[${i}]=${x} Y[${i}]=${Y[i]} T[${i}]=${T[i]}`)}

Find integers x and y so that the sum of T[i] · max(|x − X[i]|, |y − Y[i]|) over all points i is as small as possible. If several such pairs are equally good, any one of them will do.

Answer with the two integers, separated by a space, like this: x y`,

  answer: integerTuple(2),

  score: ([x, y], instance) => total.verdict(totalCost(x, y, instance), instance.gold_answer),

  picture: ({ X, Y, T }, answer) =>
    pointsPicture(
      X.map((x, index) => [x, Y[index]]),
      { labels: T.map((weight, index) => `${index}: T ${weight}`), added: answer && [answer] },
    ),

  solve: (task) => bestPoint(task).join(" "),
});

function totalCost(x: number, y: number, { X, Y, T }: Task): number {
  return sum(T.map((weight, i) => weight * Math.max(Math.abs(x - X[i]), Math.abs(y - Y[i]))));
}

/**
 * The distance is half the sum of those along x + y and along x − y, so that weighted medians of
 * these are best. Where they belong to no integer point, one of the four around it is best: along
 * both diagonals the cost is linear there. O(N log N).
 */
function bestPoint(task: Task): [x: number, y: number] {
  const { X, Y, T } = task;
  const a = weightedMedian(
    X.map((x, i) => x + Y[i]),
    T,
  );
  const b = weightedMedian(
    X.map((x, i) => x - Y[i]),
    T,
  );
  const [x, y] = [Math.floor((a + b) / 2), Math.floor((a - b) / 2)];
  const around: [number, number][] = [
    [x, y],
    [x + 1, y],
    [x, y + 1],
    [x + 1, y + 1],
  ];
  const costs = around.map(([px, py]) => totalCost(px, py, task));
  return around[costs.indexOf(Math.min(...costs))];
}

/** The least value at or below which at least half of all weight lies. */
function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
  const half = sum(weights) / 2;
  let below = 0;
  const median = order.find((i) => {
    below += weights[i];
    return below >= half;
  });
  return values[median ?? 0];
}
