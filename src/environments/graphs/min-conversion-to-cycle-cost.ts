import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Also the greatest cost. */
const MAX_N = 100_000;

const cost = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  C: integersFrom(1, MAX_N),
  gold_answer: integerFrom(0),
}).check(
  lengths("N", "A", "C"),
  within("A", 0, ({ N }) => N - 1),
  holds("A", ({ A }) => A.every((source, vertex) => source !== vertex), "must hold no loop"),
);

/** At level 0 only two cycles through three vertices are possible. */
export const minConversionToCycleCost = defineEnvironment({
  id: "MinConversionToCycleCost",
  title: "Cheapest rewiring into one cycle",
  summary:
    "Change some sources of edges, each at its own cost, so that all vertices form one directed cycle at least cost.",
  reward: `${cost.words}; ${invalidWords()}, ${unsuccessfulWords("not one cycle")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = Array.from({ length: N }, (_, vertex) => {
      const other = random.integer(0, N - 2);
      return other < vertex ? other : other + 1;
    });
    const C = random.integers(N, 1, N);
    return { N, A, C, gold_answer: costOf(cheapestCycle(A, C), A, C) };
  },

  prompt: ({ N, A, C }) =>
    `A directed graph has ${N} vertices, numbered from 0 to ${N - 1}, and ${N} edges: for each vertex i, one edge leads from vertex A[i] to vertex i, where
${formatIndexed("A", A)}

You may change A[i], the source of the edge into vertex i, for any vertices i. Changing A[i] to another vertex costs C[i] once, where
${formatIndexed("C", C)}
Make the edges form a single directed cycle through all ${N} vertices, at a total cost as small as possible.

Answer with A[0] to A[${N - 1}] after the changes, the unchanged ones included, as ${N} integers separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(sources, { N, A, C, gold_answer }) {
    const fault = findCountFault(sources, N) ?? findRangeFault(sources, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const length = cycleThrough(0, sources);
    if (length === 0) return unsuccessful("vertex 0 is on no cycle");
    if (length < N) return unsuccessful(`the cycle of vertex 0 has ${length} vertices only`);
    return cost.verdict(costOf(sources, A, C), gold_answer);
  },

  picture: ({ N, A, C }, sources) =>
    graphPicture(
      N,
      A.map((source, vertex) => [source, vertex, C[vertex]]),
      {
        directed: true,
        chosenPairs: sources?.map((source, vertex) => [source, vertex]),
        added: sources?.flatMap((source, vertex) =>
          source === A[vertex] ? [] : [[source, vertex]],
        ),
      },
    ),

  solve: ({ A, C }) => cheapestCycle(A, C).join(" "),
});

function costOf(sources: readonly number[], A: readonly number[], C: readonly number[]): number {
  return sum(C.filter((_, vertex) => sources[vertex] !== A[vertex]));
}

/** The length of the cycle on which the vertex lies; 0 if it lies on none. */
function cycleThrough(start: number, sources: readonly number[]): number {
  let vertex = sources[start];
  for (let length = 1; length <= sources.length; length++) {
    if (vertex === start) return length;
    vertex = sources[vertex];
  }
  return 0;
}

/**
 * Of the edges that leave a vertex one at most may be kept: the dearest. Where these close a cycle
 * that is not the whole, the vertex on it that loses least keeps its next dearest instead, or none;
 * that one leads off the cycle, into a tree, so no other cycle arises. What is kept then are paths,
 * which are joined end to end. O(N).
 */
function cheapestCycle(A: readonly number[], C: readonly number[]): number[] {
  const N = A.length;
  const dearest = new Array<number>(N).fill(-1);
  const second = new Array<number>(N).fill(-1);
  const price = (vertex: number) => (vertex === -1 ? 0 : C[vertex]);
  for (const [vertex, source] of A.entries()) {
    if (price(vertex) > price(dearest[source])) {
      second[source] = dearest[source];
      dearest[source] = vertex;
    } else if (price(vertex) > price(second[source])) second[source] = vertex;
  }
  const kept = [...dearest];
  const seenFrom = new Int32Array(N).fill(-1);
  for (let start = 0; start < N; start++) {
    let vertex = start;
    while (vertex !== -1 && seenFrom[vertex] === -1) {
      seenFrom[vertex] = start;
      vertex = dearest[vertex];
    }
    if (vertex !== start || seenFrom[vertex] !== start) continue;
    const cycle = [start];
    for (let at = dearest[start]; at !== start; at = dearest[at]) cycle.push(at);
    if (cycle.length === N) return [...A];
    const loss = (at: number) => price(dearest[at]) - price(second[at]);
    const cheapest = cycle.reduce((least, at) => (loss(at) < loss(least) ? at : least));
    kept[cheapest] = second[cheapest];
  }
  return joinPaths(kept);
}

/** The source of each vertex on a cycle made of paths, given the successor on the paths, −1 at an end. */
function joinPaths(successor: readonly number[]): number[] {
  const sources = new Array<number>(successor.length).fill(-1);
  for (const [vertex, next] of successor.entries()) if (next !== -1) sources[next] = vertex;
  const starts = [...sources.keys()].filter((vertex) => sources[vertex] === -1);
  const ends = starts.map((start) => {
    let vertex = start;
    while (successor[vertex] !== -1) vertex = successor[vertex];
    return vertex;
  });
  for (const [path, start] of starts.entries()) {
    sources[start] = ends[(path + ends.length - 1) % ends.length];
  }
  return sources;
}
