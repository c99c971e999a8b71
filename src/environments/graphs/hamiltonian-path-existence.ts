import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { arcDensitySets, countArcs } from "../toolkit/graphs/density.ts";
import { directedEdgeIndex } from "../toolkit/graphs/edge-index.ts";
import { lightestSimplePath } from "../toolkit/graphs/lightest-simple-path.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/** Finding a path again is exponential: of 200 graphs of so many vertices the slowest takes 0.4 s. */
const MAX_N = 100;

const steps = satisfying({ beta: 5, unit: "steps follow an edge" });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, { edges, reference_answer: z.string() }).check(
  graph("edges", "N", { directed: true }),
  holds(
    "reference_answer",
    ({ N, edges, reference_answer }) => {
      const path = integerList.parse(reference_answer) ?? [];
      return findPermutationFault(path, N) === undefined && countSteps(path, edges) === N - 1;
    },
    "must be a path along the edges through all vertices",
  ),
);

type Edges = readonly (readonly [from: number, to: number])[];

/** A random order is such a path in two of five problems of level 0 and a fifth at level 3. */
export const hamiltonianPathExistence = defineEnvironment({
  id: "HamiltonianPathExistence",
  title: "Hamiltonian path",
  summary:
    "Find a directed path visiting every vertex exactly once in a graph known to contain one.",
  reward: `${steps.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => arcDensitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const path = random.permutation(N);
    const planted = path.slice(1).map((to, step): [number, number] => [path[step], to]);
    const missing = countArcs(N, edge_density) - planted.length;
    const further = randomFurtherArcs(N, planted, missing, random);
    const edges = random.shuffle([...planted, ...further]);
    return { N, edge_density, edges, reference_answer: path.join(" ") };
  },

  prompt: ({ N, edges }) =>
    `${describeDirectedGraph(N, edges)}

Find a path along the edges that visits every vertex exactly once. It may start and end at any vertices; there is at least one such path.

Answer with the ${N} vertices of the path in order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(path, { N, edges }) {
    const fault = findPermutationFault(path, N);
    if (fault !== undefined) return invalid(fault);
    return steps.verdict(countSteps(path, edges), N - 1);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { directed: true, walk }),

  solve: ({ N, edges }) => findPath(N, edges).join(" "),
});

/** How many steps from one vertex to the next follow an edge. */
function countSteps(path: readonly number[], edges: Edges): number {
  const edgeBetween = directedEdgeIndex(edges);
  return path.slice(1).filter((to, step) => edgeBetween(path[step], to) !== -1).length;
}

/** A path through all vertices is a lightest one where all edges cost nothing. */
function findPath(N: number, edges: Edges): number[] {
  const costs = Array.from({ length: N }, () =>
    new Array<number>(N).fill(Number.POSITIVE_INFINITY),
  );
  for (const [from, to] of edges) costs[from][to] = 0;
  return lightestSimplePath(costs, { visitsAll: true }) ?? [];
}
