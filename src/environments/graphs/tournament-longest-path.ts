import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { allPairs } from "../toolkit/graphs/pairs.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { noteAt } from "../toolkit/pictures/marks.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const MAX_N = 200;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  /** TO[u][v]: whether the edge between u and v leads from u to v. */
  TO: z.array(z.array(z.boolean())),
  S: integerFrom(0),
  gold_answer: integerFrom(1, MAX_N),
  reference_answer: z.string(),
}).check(
  matrix("TO", "N", "N"),
  within("S", 0, ({ N }) => N - 1),
  holds(
    "TO",
    ({ TO }) => TO.every((row, u) => row.every((leads, v) => leads === (u !== v && !TO[v][u]))),
    "must hold exactly one edge between every two vertices",
  ),
);

type Tournament = readonly (readonly boolean[])[];

// From a vertex that nothing leads away from, the path is that vertex alone: it is drawn often,
// since the probability of an edge's direction is uniform.
export const tournamentLongestPath = defineEnvironment({
  id: "Tournament_LongestPath",
  title: "Longest path in a tournament",
  summary: "From a given vertex of a tournament, find a simple directed path of most vertices.",
  reward: `${length.words}; ${invalidWords()}, ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const forward = random.unit();
    const TO = Array.from({ length: N }, () => new Array<boolean>(N).fill(false));
    for (const [u, v] of allPairs(N)) {
      if (random.chance(forward)) TO[u][v] = true;
      else TO[v][u] = true;
    }
    const S = random.integer(0, N - 1);
    const path = longestPath(TO, S);
    return { N, TO, S, gold_answer: path.length, reference_answer: path.join(" ") };
  },

  prompt: ({ N, TO, S }) =>
    `A tournament is a directed graph with exactly one edge between every two vertices. Here is one of ${N} vertices, numbered from 0 to ${N - 1}. Each line (s, t) below is an edge from vertex s to vertex t; it cannot be passed from t to s:
${formatEdges(TO.flatMap((row, s) => [...row.keys()].filter((t) => row[t]).map((t) => [s, t])))}

Find a path along the edges that starts at vertex ${S}, visits no vertex twice and has as many vertices as possible.

Answer with the vertices of the path in order, from ${S} on, separated by spaces, like this: ${S} ${ANY_NUMBER}`,

  answer: integerList,

  score(path, { N, TO, S, gold_answer }) {
    if (path.length === 0) return malformed("no vertex given");
    if (path[0] !== S) return invalid(`the path does not start at ${S}`);
    const fault = findIndexFault(path, N);
    if (fault !== undefined) return invalid(fault);
    for (let step = 1; step < path.length; step++) {
      const [from, to] = [path[step - 1], path[step]];
      if (!TO[from][to]) return invalid(`no edge leads from ${from} to ${to}`);
    }
    return length.verdict(path.length, gold_answer);
  },

  picture: ({ N, TO, S }, walk) =>
    graphPicture(
      N,
      TO.flatMap((row, from) => [...row.keys()].filter((to) => row[to]).map((to) => [from, to])),
      { directed: true, notes: noteAt([S], "start", N), walk },
    ),

  solve: ({ TO, S }) => longestPath(TO, S).join(" "),
});

/**
 * A path from S through all vertices that can be reached from it. The strong components form a
 * chain in which every vertex leads to all of the later components, and each has a Hamiltonian cycle
 * (Camion, 1959): the path goes once around each, from S's component on. O(V³).
 */
function longestPath(TO: Tournament, S: number): number[] {
  const components = strongComponents(TO);
  const first = components.findIndex((component) => component.includes(S));
  return components.slice(first).flatMap((component) => {
    const cycle = hamiltonianCycle(TO, component);
    const start = Math.max(0, cycle.indexOf(S));
    return [...cycle.slice(start), ...cycle.slice(0, start)];
  });
}

/**
 * The strong components in the order of their chain: by descending number of edges away from them,
 * k vertices are whole components when these edges are those among them and those to all others.
 */
function strongComponents(TO: Tournament): number[][] {
  const outDegree = TO.map((row) => row.filter(Boolean).length);
  const components: number[][] = [];
  let component: number[] = [];
  let surplus = 0;
  const order = [...TO.keys()].sort((u, v) => outDegree[v] - outDegree[u]);
  for (const [index, vertex] of order.entries()) {
    component.push(vertex);
    // The (index + 1)-th of a chain of single vertices leads to all those after it.
    surplus += outDegree[vertex] - (TO.length - 1 - index);
    if (surplus !== 0) continue;
    components.push(component);
    component = [];
  }
  return components;
}

/**
 * A Hamiltonian cycle of a strong component (a single vertex is one of itself): along a Hamiltonian
 * path, vertices wait until an edge leads from the last of them back into the cycle; then all that
 * wait are put into it between two consecutive vertices.
 */
function hamiltonianCycle(TO: Tournament, component: readonly number[]): number[] {
  const path: number[] = [];
  for (const vertex of component) {
    const place = path.findIndex((other) => TO[vertex][other]);
    path.splice(place === -1 ? path.length : place, 0, vertex);
  }
  const cycle = path.slice(0, 1);
  let waiting: number[] = [];
  for (const vertex of path.slice(1)) {
    waiting.push(vertex);
    const place = cycle.findIndex((before, index) => {
      return TO[before][waiting[0]] && TO[vertex][cycle[(index + 1) % cycle.length]];
    });
    if (place === -1) continue;
    cycle.splice(place + 1, 0, ...waiting);
    waiting = [];
  }
  return cycle;
}
