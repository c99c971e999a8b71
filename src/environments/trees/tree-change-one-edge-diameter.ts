import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { counting } from "../toolkit/levels.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { edges, tree } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { maximising, minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeTree } from "../toolkit/text/edges.ts";
import { longestPath } from "../toolkit/trees/longest-path.ts";
import { findTreeFault } from "../toolkit/trees/tree-fault.ts";

/** Each edge is tried: N² steps. */
const MAX_N = 1_000;

const least = minimising({ beta: 5 });
const greatest = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  edges,
  minimize_or_maximize: z.enum(["minimize", "maximize"]),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(tree("edges", "N", 1));

interface Task {
  readonly N: number;
  readonly edges: readonly Edge[];
  readonly minimize_or_maximize: "minimize" | "maximize";
}

export const treeChangeOneEdgeDiameter = defineEnvironment({
  id: "TreeChangeOneEdgeDiameter",
  title: "Swap one edge, extreme diameter",
  summary:
    "Remove one tree edge and add one so the result is a tree of least or greatest diameter, as asked.",
  reward: `${least.words} if minimising, ${greatest.words} if maximising; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const edges = random.shuffle(randomRecursiveTree(N, random, 1));
    const minimize_or_maximize = random.choice(["minimize", "maximize"] as const);
    const { removed, added, diameter } = bestChange({ N, edges, minimize_or_maximize });
    const reference_answer = [...removed, ...added].join(" ");
    return { N, edges, minimize_or_maximize, gold_answer: diameter, reference_answer };
  },

  prompt: ({ N, edges, minimize_or_maximize }) =>
    `${describeTree(N, edges, { from: 1 })}

Remove one edge of this tree, between vertices u1 and v1, and then add one edge, between two different vertices u2 and v2 that are not joined by one of the remaining edges, so that the result is a tree again. It is allowed to add the removed edge again. The diameter of a tree is the largest number of edges on a path between two of its vertices. Make the diameter of the resulting tree as ${minimize_or_maximize === "minimize" ? "small" : "large"} as possible.

Answer with four numbers separated by spaces, the two ends of the removed edge and the two ends of the added edge, like this: u1 v1 u2 v2`,

  answer: integerTuple(4),

  score([u1, v1, u2, v2], { N, edges, minimize_or_maximize, gold_answer }) {
    const removed = edgeIndex(edges)(u1, v1);
    if (removed === -1) return invalid(`the tree has no edge between ${u1} and ${v1}`);
    const fault = findRangeFault([u2, v2], 1, N);
    if (fault !== undefined) return invalid(fault);
    const changed = edges.with(removed, [u2, v2]);
    const treeFault = findTreeFault(changed, N, 1);
    if (treeFault !== undefined) return invalid(treeFault);
    const diameter = longestPath(toAdjacency(N + 1, changed), 1).length;
    const scoring = minimize_or_maximize === "minimize" ? least : greatest;
    return scoring.verdict(diameter, gold_answer);
  },

  picture: ({ N, edges }, ends) =>
    treePicture(N, edges, {
      base: 1,
      chosenEnds: ends?.slice(0, 2),
      added: ends && [ends.slice(2)],
    }),

  solve(task) {
    const { removed, added } = bestChange(task);
    return [...removed, ...added].join(" ");
  },
});

/**
 * Each edge in turn is removed. The smallest diameter comes from joining the middles of longest
 * paths of the two parts, the greatest from joining ends of them. O(N²).
 */
function bestChange({ N, edges, minimize_or_maximize }: Task) {
  const isMinimised = minimize_or_maximize === "minimize";
  const changes = edges.map((removed, index) => {
    const rest = toAdjacency(N + 1, edges.toSpliced(index, 1));
    const paths = [removed[0], removed[1]].map((start) => longestPath(rest, start));
    const added = paths.map(({ vertices }) => vertices[isMinimised ? vertices.length >> 1 : 0]);
    const [a, b] = paths.map(({ length }) => length);
    const joined = Math.ceil(a / 2) + Math.ceil(b / 2) + 1;
    return { removed, added, diameter: isMinimised ? Math.max(a, b, joined) : a + b + 1 };
  });
  return changes.reduce((best, change) => {
    const isBetter = isMinimised
      ? change.diameter < best.diameter
      : change.diameter > best.diameter;
    return isBetter ? change : best;
  });
}
