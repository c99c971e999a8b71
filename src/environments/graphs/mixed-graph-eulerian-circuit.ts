import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toAdjacency, toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { balancedOrientation } from "../toolkit/graphs/balanced-orientation.ts";
import { directedEdgeIndex, edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { eulerianCircuit } from "../toolkit/graphs/eulerian-circuit.ts";
import { toEdge } from "../toolkit/graphs/pairs.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomEvenGraph } from "../toolkit/random/even-graphs.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const MAX_N = 200;

const used = satisfying({ beta: 10, unit: "edges are used exactly once" });

type Pair = [u: number, v: number];

/** What defines a problem. */
interface MixedGraph {
  readonly N: number;
  readonly undirected_edges: readonly Pair[];
  readonly directed_edges: readonly Pair[];
}

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  undirected_edges: edges,
  directed_edges: edges,
  reference_answer: z.string(),
}).check(
  graph("undirected_edges", "N"),
  graph("directed_edges", "N"),
  holds(
    "directed_edges",
    ({ directed_edges, undirected_edges }) =>
      directed_edges.every(([u, v]) => edgeIndex(undirected_edges)(u, v) === -1),
    "must join no vertices that an undirected edge joins",
  ),
  // The reference shows that there is a circuit.
  holds(
    "reference_answer",
    (instance) =>
      verdictOn(integerList.parse(instance.reference_answer) ?? [], instance).reward === 1,
    "must be a circuit that uses every edge once",
  ),
);

/** At level 0 every graph is a triangle, so that there are few problems. */
export const mixedGraphEulerianCircuit = defineEnvironment({
  id: "MixedGraphEulerianCircuit",
  title: "Eulerian circuit in a mixed graph",
  summary:
    "Find a closed walk using every undirected and every directed edge of a mixed graph exactly once.",
  reward: `${used.words}; ${invalidWords("no closed walk")}, ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const edges = redrawUntil(() => drawEvenGraph(N, random));
    const circuit = eulerianCircuit(toAdjacency(N, edges), 0);
    const isDirected = new Set(
      random.distinctIntegers(random.integer(1, edges.length - 1), 1, edges.length),
    );
    const undirected_edges: Pair[] = [];
    const directed_edges: Pair[] = [];
    for (let step = 1; step < circuit.length; step++) {
      const [from, to] = [circuit[step - 1], circuit[step]];
      if (isDirected.has(step)) directed_edges.push([from, to]);
      else undirected_edges.push(toEdge(from, to));
    }
    random.shuffle(undirected_edges);
    random.shuffle(directed_edges);
    return { N, undirected_edges, directed_edges, reference_answer: circuit.join(" ") };
  },

  prompt: ({ N, undirected_edges, directed_edges }) =>
    `A graph has ${N} vertices, numbered from 0 to ${N - 1}. A line (u, v) below is an undirected edge, which joins the vertices u and v and can be passed either way; a line u -> v is a directed edge, which can be passed from u to v only. The graph has ${formatCount(undirected_edges.length, "undirected edge")}:
${formatEdges(undirected_edges)}
It also has ${formatCount(directed_edges.length, "directed edge")}:
${formatLines(directed_edges, ([u, v]) => `${u} -> ${v}`)}

Find a walk that ends at the vertex where it starts and passes every edge, undirected or directed, exactly once. There is such a walk.

Answer with the vertices of the walk in order, the first one again at the end, separated by spaces, like this: i j … i`,

  answer: integerList,

  score: verdictOn,

  picture: ({ N, undirected_edges, directed_edges }, walk) =>
    graphPicture(N, [...undirected_edges, ...directed_edges], {
      directed: [...undirected_edges.map(() => false), ...directed_edges.map(() => true)],
      walk,
    }),

  solve({ N, undirected_edges, directed_edges }) {
    const oriented = balancedOrientation(N, undirected_edges, directed_edges);
    const arcs = [...directed_edges, ...oriented];
    return eulerianCircuit(toDirectedAdjacency(N, arcs), arcs[0][0]).join(" ");
  },
});

function verdictOn(
  walk: readonly number[],
  { N, undirected_edges, directed_edges }: MixedGraph,
): Verdict {
  if (walk.length === 0) return malformed("no vertex given");
  const fault = findRangeFault(walk, 0, N - 1);
  if (fault !== undefined) return invalid(fault);
  const last = walk[walk.length - 1];
  if (walk[0] !== last) return invalid(`the walk starts at ${walk[0]}, but ends at ${last}`);
  const arcBetween = directedEdgeIndex(directed_edges);
  const edgeBetween = edgeIndex(undirected_edges);
  const uses = new Array<number>(directed_edges.length + undirected_edges.length).fill(0);
  for (let step = 1; step < walk.length; step++) {
    const [from, to] = [walk[step - 1], walk[step]];
    const arc = arcBetween(from, to);
    const edge = arc === -1 ? edgeBetween(from, to) : -1;
    if (arc === -1 && edge === -1) return invalid(`no edge leads from ${from} to ${to}`);
    uses[arc === -1 ? directed_edges.length + edge : arc]++;
  }
  return used.verdict(uses.filter((count) => count === 1).length, uses.length);
}

/** A connected graph with even degrees, or undefined where the draw is not connected. */
function drawEvenGraph(N: number, random: Random): Pair[] | undefined {
  const edges = randomEvenGraph(N, random);
  const components = new UnionFind(N);
  for (const [u, v] of edges) components.unite(u, v);
  return components.count === 1 ? edges : undefined;
}
