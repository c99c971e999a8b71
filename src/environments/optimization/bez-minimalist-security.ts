import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising, minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const least = minimising({ beta: 5 });
const greatest = maximising({ beta: 5 });

/** The sums of a level are so many times as many as the values: 1.0, 1.1, …, 3.0. */
const EDGE_RATIOS = Array.from({ length: 21 }, (_, index) => (10 + index) / 10);
/** Far beyond any use; the bounds keep every accepted draw within a second. */
const LARGEST_N = 5_000;
const LARGEST_RATIO = 20;

const Parameters = z.object({
  N: sizeFrom(3, LARGEST_N),
  edge_ratio: z.number().min(0).max(LARGEST_RATIO),
});
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, 2 * LARGEST_N),
  P: integersFrom(0, 2 * LARGEST_N),
  minimized_or_maximized: z.enum(["minimized", "maximized"]),
  gold_answer: integerFrom(0),
}).check(
  lengths("N", "P"),
  lengths(({ N, edge_ratio }) => countEdges(N, edge_ratio), "edges"),
  graph("edges", "N"),
  holds("edges", (sums) => findBest(sums) !== undefined, "must admit values within their bounds"),
);

interface Sums {
  readonly edges: readonly (readonly [number, number, number])[];
  readonly P: readonly number[];
  readonly minimized_or_maximized: "minimized" | "maximized";
}

export const bezMinimalistSecurity = defineEnvironment({
  id: "BEZMinimalistSecurity",
  title: "Bounded values with pair sums",
  summary: "Choose values within bounds that meet pairwise sums, with the least or greatest total.",
  reward: `minimised: ${least.words}; maximised: ${greatest.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) =>
    EDGE_RATIOS.filter((ratio) => Math.floor(ratio * N) <= (N * (N - 1)) / 2).map((edge_ratio) => ({
      N,
      edge_ratio,
    })),
  ),

  generate({ N, edge_ratio }, random) {
    const planted = random.integers(N, 0, N);
    const edges = randomPairs(N, countEdges(N, edge_ratio), random).map(
      ([u, v]): [number, number, number] => [u, v, planted[u] + planted[v]],
    );
    const P = planted.map((value) => value + random.integer(0, N));
    const minimized_or_maximized = random.choice(["minimized", "maximized"] as const);
    const gold_answer = sum(findBest({ edges, P, minimized_or_maximized }) ?? []);
    return { N, edge_ratio, edges, P, minimized_or_maximized, gold_answer };
  },

  prompt: ({ N, edges, P, minimized_or_maximized }) =>
    `Here are ${N} upper bounds, with indices from 0:
${formatIndexed("P", P)}

Find ${N} integers Q[0] to Q[${N - 1}] with 0 ≤ Q[i] ≤ P[i] for each i that meet ${formatCount(edges.length, "equation")}:
${formatLines(edges, ([u, v, total]) => `Q[${u}] + Q[${v}] = ${total}`)}

The sum of all ${N} integers is to be ${minimized_or_maximized === "minimized" ? "as small as possible" : "as large as possible"}.

Answer with Q[0] to Q[${N - 1}] on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(values, { N, edges, P, minimized_or_maximized, gold_answer }) {
    const wrongCount = findCountFault(values, N);
    if (wrongCount !== undefined) return invalid(wrongCount);
    const stray = values.findIndex((value, i) => !(value >= 0 && value <= P[i]));
    if (stray !== -1) {
      return invalid(`Q[${stray}] = ${formatFigure(values[stray])} is outside 0..${P[stray]}`);
    }
    const broken = edges.find(([u, v, total]) => values[u] + values[v] !== total);
    if (broken !== undefined) {
      const [u, v, total] = broken;
      return invalid(`Q[${u}] + Q[${v}] is ${values[u] + values[v]}, not ${total}`);
    }
    const scoring = minimized_or_maximized === "minimized" ? least : greatest;
    return scoring.verdict(sum(values), gold_answer);
  },

  picture: ({ N, P, edges }, values) =>
    graphPicture(N, edges, { notes: P.map((bound, i) => `${values?.[i] ?? "?"} ≤ ${bound}`) }),

  solve: (sums) => (findBest(sums) ?? []).join(" "),
});

function countEdges(N: number, edge_ratio: number): number {
  return Math.max(1, Math.min((N * (N - 1)) / 2, Math.floor(edge_ratio * N)));
}

/**
 * The best values; undefined if there are none within the bounds. All values of a connected part
 * are ±t + constant for one t: a cycle of odd length fixes t, the bounds limit it, and the sum is
 * linear in it, so that one of the ends is best. O(N + E).
 */
function findBest({ edges, P, minimized_or_maximized }: Sums): number[] | undefined {
  const adjacency = toAdjacency(P.length, edges);
  const sign = new Int8Array(P.length);
  const constant = new Float64Array(P.length);
  const values = new Array<number>(P.length).fill(0);
  for (const start of P.keys()) {
    if (sign[start] !== 0) continue;
    sign[start] = 1;
    const part = [start];
    let [low, high, slope] = [0, P[start], 0];
    for (const u of part) {
      slope += sign[u];
      const ends = [-constant[u], P[u] - constant[u]].map((end) => end * sign[u]);
      low = Math.max(low, Math.min(...ends));
      high = Math.min(high, Math.max(...ends));
      for (const { to: v, weight } of adjacency[u]) {
        if (sign[v] === 0) {
          [sign[v], constant[v]] = [-sign[u], weight - constant[u]];
          part.push(v);
          continue;
        }
        const rest = weight - constant[u] - constant[v];
        if (sign[u] !== sign[v]) {
          if (rest !== 0) return undefined;
          continue;
        }
        const fixed = rest / (2 * sign[u]);
        if (!Number.isInteger(fixed)) return undefined;
        [low, high] = [Math.max(low, fixed), Math.min(high, fixed)];
      }
    }
    if (low > high) return undefined;
    const t = slope > 0 === (minimized_or_maximized === "minimized") ? low : high;
    for (const u of part) values[u] = sign[u] * t + constant[u];
  }
  return values;
}
