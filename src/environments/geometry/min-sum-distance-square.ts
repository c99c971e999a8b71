import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** So that no total of squares passes 2^53. */
const MAX_M = 1_000;

const total = minimising({ beta: 5 });

const Parameters = z.object({ M: sizeFrom(2, MAX_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  points: integerRowsFrom(-MAX_M, MAX_M),
  reference_answer: integer,
  gold_answer: integerFrom(0),
}).check(
  lengths("N", "points"),
  within("points", ({ M }) => -M, "M"),
  holds(
    "points",
    ({ M, points }) => points.flat().length === M && points.every(({ length }) => length > 0),
    "must be M points in all, in groups that are not empty",
  ),
);

type Groups = readonly (readonly number[])[];

/**
 * Among many points the middle is good: at level 20 the answer of another problem earns 0.58 in the
 * mean, though it is hardly ever right.
 */
export const minSumDistanceSquare = defineEnvironment({
  id: "MinSumDistanceSquare",
  title: "Point nearest to groups, least squares",
  summary:
    "Choose a position on a line minimising the sum over groups of the squared distance to the group's nearest point.",
  reward: total.words,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ M: 2 }),

  generate({ M }, random) {
    const coordinates = random.integers(M, -M, M);
    const N = random.integer(2, M);
    const groupOf = random.shuffle(
      Array.from({ length: M }, (_, index) => (index < N ? index : random.integer(0, N - 1))),
    );
    const points: number[][] = Array.from({ length: N }, () => []);
    for (const [index, group] of groupOf.entries()) points[group].push(coordinates[index]);
    const { scaled, cost } = bestPosition(points);
    return { M, N, points, reference_answer: scaled, gold_answer: cost };
  },

  prompt: ({ N, points }) =>
    `On the x-axis there are ${N} groups of points, numbered from 0, with these coordinates:
${formatLines(points, (group, index) => `group ${index}: ${group.join(" ")}`)}

For a position X on the x-axis, the distance of X to a group is its distance to the nearest point of this group. Find a position X for which the sum of the squares of its distances to all ${N} groups is as small as possible. There is such a position X = X′ / ${N} with an integer X′.

Answer with the integer X′, that is ${N} times the position, like this: x`,

  answer: bigInteger,

  score(scaled, { points, gold_answer }) {
    return total.verdict(scaledCost(scaled, points), BigInt(gold_answer));
  },

  picture: ({ N, points }, scaled) => {
    const x = Number(scaled) / N;
    return pointsPicture(
      points.flatMap((group, row) => group.map((place) => [place, 0 - row])),
      {
        labels: points.flat(),
        addedLines: [
          [
            [x, 1],
            [x, -N],
          ],
        ],
        stretched: true,
      },
    );
  },

  solve: ({ points }) => String(bestPosition(points).scaled),
});

/** N² times the sum of squared distances of the position `scaled` / N, for any integer. */
function scaledCost(scaled: bigint, points: Groups): bigint {
  const N = points.length;
  let cost = 0n;
  for (const group of points) {
    // Beyond all points, the outermost is nearest; only there do doubles lose digits.
    const near = Number(scaled);
    const nearest = group.reduce((a, b) =>
      Math.abs(near - N * b) < Math.abs(near - N * a) ? b : a,
    );
    const distance = scaled - BigInt(N * nearest);
    cost += distance * distance;
  }
  return cost;
}

/**
 * From left to right, each group's nearest point changes in the middle between neighbours. With the
 * points x that are nearest, the mean is best: N² · Σ(x − mean)² = N · (N·Σx² − (Σx)²). Other choices
 * of a point per group only cost more, so that the least of all is right. O(M log M).
 */
function bestPosition(points: Groups): { scaled: number; cost: number } {
  const N = points.length;
  const groups = points.map(ascending);
  const changes = groups
    .flatMap((group) => group.slice(1).map((to, index) => ({ from: group[index], to })))
    .sort((a, b) => a.from + a.to - (b.from + b.to));
  const nearest = groups.map(([first]) => first);
  let [total, squares] = [sum(nearest), sum(nearest.map((x) => x * x))];
  let best = { scaled: total, cost: N * (N * squares - total * total) };
  for (const { from, to } of changes) {
    total += to - from;
    squares += to * to - from * from;
    const cost = N * (N * squares - total * total);
    if (cost < best.cost) best = { scaled: total, cost };
  }
  return best;
}
