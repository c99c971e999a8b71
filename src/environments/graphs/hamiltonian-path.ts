import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { arcDensitySets, countArcs } from "../toolkit/graphs/density.ts";
import { lightestSimplePath } from "../toolkit/graphs/lightest-simple-path.ts";
import { shortestPaths } from "../toolkit/graphs/shortest-paths.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { walkedEdges } from "../toolkit/scoring/chosen-edges.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * Branch and bound on assignments, exponential: at level 20 (23 vertices) 0.7 ms, the slowest of 200
 * graphs 20 ms; of graphs of so many vertices the slowest takes half a second.
 */
const MAX_N = 40;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N),
  reference_answer: z.string(),
  reference_answer_weight: integerFrom(1),
}).check(
  graph("edges", "N", { directed: true }),
  holds(
    "reference_answer",
    ({ reference_answer, reference_answer_weight, ...problem }) =>
      weighWalk(integerList.parse(reference_answer) ?? [], problem) === reference_answer_weight,
    "must be a walk through all vertices, of the weight stored",
  ),
);

type Edge = [from: number, to: number, weight: number];

interface Graph {
  readonly N: number;
  readonly edges: readonly Edge[];
}

export const hamiltonianPath = defineEnvironment({
  id: "HamiltonianPath",
  title: "Lightest walk through all vertices",
  summary: "Find a minimum-weight directed walk that visits every vertex at least once.",
  reward: `${total.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => arcDensitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const order = random.permutation(N);
    const planted = order.slice(1).map((to, step): Edge => [order[step], to, random.integer(1, N)]);
    const missing = countArcs(N, edge_density) - planted.length;
    const further = randomFurtherArcs(N, planted, missing, random).map(([from, to]): Edge => {
      return [from, to, random.integer(1, Math.max(1, Math.floor(N / 2)))];
    });
    const edges = random.shuffle([...planted, ...further]);
    const walk = lightestWalk({ N, edges });
    const weight = weighWalk(walk, { N, edges });
    if (typeof weight !== "number") throw new Error(`not a walk: ${weight.reason}`);
    return {
      N,
      edge_density,
      edges,
      reference_answer: walk.join(" "),
      reference_answer_weight: weight,
    };
  },

  prompt: ({ N, edges }) =>
    `${describeDirectedGraph(N, edges, { weighted: true })}

Find a walk along the edges that visits every vertex at least once and whose total weight is as small as possible. It may start and end at any vertices and may pass vertices and edges more than once; the weight of an edge counts each time it is passed.

Answer with the vertices of the walk in order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(walk, instance) {
    const weight = weighWalk(walk, instance);
    if (typeof weight !== "number") return weight;
    return total.verdict(weight, instance.reference_answer_weight);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { directed: true, walk }),

  solve: (graph) => lightestWalk(graph).join(" "),
});

/** The weight of a walk through all vertices, or the verdict on one that is not. */
function weighWalk(walk: readonly number[], { N, edges }: Graph): number | Verdict {
  const fault = findRangeFault(walk, 0, N - 1);
  if (fault !== undefined) return invalid(fault);
  const visited = new Set(walk);
  for (let vertex = 0; vertex < N; vertex++) {
    if (!visited.has(vertex)) return invalid(`${vertex} is not visited`);
  }
  const walked = walkedEdges(walk, edges);
  return Array.isArray(walked) ? sum(walked.map((edge) => edges[edge][2])) : walked;
}

/**
 * The vertices of a lightest walk are met first in the order of a path through all of them whose
 * steps are shortest paths: of such paths the lightest, by branch and bound, written out.
 */
function lightestWalk({ N, edges }: Graph): number[] {
  const adjacency = toDirectedAdjacency(N, edges);
  const from = Array.from({ length: N }, (_, source) => shortestPaths(adjacency, source));
  const order = lightestSimplePath(
    from.map(({ distance }) => distance),
    { visitsAll: true },
  );
  if (order === undefined) return [];
  const steps = order
    .slice(1)
    .flatMap((to, step) => tracePath(from[order[step]].predecessor, to).slice(1));
  return [order[0], ...steps];
}
