import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import type { Random } from "../toolkit/random/random.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { oncePer } from "../toolkit/scoring/once-per.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Beyond, the search of `solve` may take minutes. */
const MAX_N = 60;

const steps = satisfying({ beta: 5, unit: "steps are short" });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: z.string(),
}).check(tree("edges", "N"));

// Trees of level 0 have 4 vertices: of all orders, two thirds are right.
export const multiDrink = defineEnvironment({
  id: "MultiDrink",
  title: "Tree ordering with short steps",
  summary: "Order all vertices of a tree so that consecutive vertices are at distance at most 2.",
  reward: `${steps.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const { order, edges } = drawOrder(N, random);
    return { N, edges: random.shuffle(edges), reference_answer: order.join(" ") };
  },

  prompt: ({ N, edges }) =>
    `${describeTree(N, edges)}

The distance between two vertices is the number of edges on the path between them. Find an order of all ${N} vertices in which each vertex except the first has a distance of 1 or 2 from the vertex just before it.

Answer with the ${N} vertices in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, edges }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    const near = nearVerticesOf(edges);
    let short = 0;
    for (let index = 1; index < N; index++) {
      if (near[order[index - 1]].has(order[index])) short++;
    }
    return steps.verdict(short, N - 1);
  },

  picture: ({ N, edges }, order) => treePicture(N, edges, { order }),

  solve({ edges }) {
    const order = findOrder(nearVerticesOf(edges).map((near) => [...near]));
    if (order === undefined) throw new Error("no order has short steps only");
    return order.join(" ");
  },
});

/** For each vertex of a tree, those at distance 1 or 2. */
const nearVerticesOf = oncePer((edges: readonly Edge[]) => {
  const adjacency = toAdjacency(edges.length + 1, edges);
  return adjacency.map((neighbours, vertex) => {
    const second = neighbours.flatMap(({ to }) => adjacency[to]);
    const near = new Set([...neighbours, ...second].map(({ to }) => to));
    near.delete(vertex);
    return near;
  });
});

/** Orders grow together: the last vertex of one is brought within two steps of the first of another. */
function drawOrder(N: number, random: Random): { order: number[]; edges: [number, number][] } {
  const edges: [number, number][] = [];
  const neighbours: number[][] = Array.from({ length: N }, () => []);
  let orders = Array.from({ length: N }, (_, vertex) => [vertex]);
  while (orders.length > 1) {
    const lengths = orders.map(({ length }) => length);
    let [i, j] = [0, 0];
    while (i === j) [i, j] = [random.weightedIndex(lengths), random.weightedIndex(lengths)];
    const [last, first] = [orders[i][orders[i].length - 1], orders[j][0]];
    const [from, toward] = random.chance(0.5) ? [last, first] : [first, last];
    const to = random.choice([toward, ...neighbours[toward]]);
    edges.push(from < to ? [from, to] : [to, from]);
    neighbours[from].push(to);
    neighbours[to].push(from);
    orders = [...orders.filter((_, k) => k !== i && k !== j), [...orders[i], ...orders[j]]];
  }
  return { order: orders[0], edges };
}

/**
 * A Hamiltonian path over near vertices, or undefined: depth-first search, first to where fewest
 * ways lead on. It turns back where the vertices left do not hang together, where two of them would
 * both have to be the last, and where it has failed from the same vertex with the same ones left.
 */
function findOrder(near: readonly (readonly number[])[]): number[] | undefined {
  const N = near.length;
  const isLeft = new Array<boolean>(N).fill(true);
  const waysOn = (vertex: number) => near[vertex].filter((to) => isLeft[to]);
  const order: number[] = [];
  const failed = new Set<string>();

  const isHopeless = (vertex: number): boolean => {
    const reached = new Set([vertex]);
    let ends = 0;
    for (const at of reached) {
      const on = waysOn(at);
      for (const to of on) reached.add(to);
      // The way from the current vertex may lead to any that is near it.
      const ways = on.length + (at !== vertex && near[at].includes(vertex) ? 1 : 0);
      if (at !== vertex && ways <= 1) ends++;
    }
    return reached.size < N - order.length + 1 || ends > 1;
  };
  const goOnFrom = (vertex: number): boolean => {
    order.push(vertex);
    isLeft[vertex] = false;
    if (order.length === N) return true;
    const state = `${vertex}:${isLeft.map(Number).join("")}`;
    if (!failed.has(state) && !isHopeless(vertex)) {
      const ways = waysOn(vertex).toSorted((a, b) => waysOn(a).length - waysOn(b).length);
      if (ways.some(goOnFrom)) return true;
    }
    failed.add(state);
    isLeft[vertex] = true;
    order.pop();
    return false;
  };
  const starts = [...near.keys()].sort((a, b) => near[a].length - near[b].length);
  return starts.some(goOnFrom) ? order : undefined;
}
