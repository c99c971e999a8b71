import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Lengths have the same bound, so that no total passes 2^53. */
const MAX_N = 20_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  parents: z.array(z.tuple([z.int(), integerFrom(0, MAX_N)])),
  leaves: integers,
  reference_answer: integerFrom(0),
}).check(
  lengths(({ N }) => N - 1, "parents"),
  holds(
    "parents",
    ({ parents }) => parents.every(([parent], index) => parent >= 1 && parent <= index + 1),
    "must name a vertex from 1 to k + 1 as the parent of vertex k + 2, at index k",
  ),
  holds(
    "leaves",
    ({ parents, leaves }) => leavesOf(parents).join() === leaves.join(),
    "must be the vertices without children, ascending",
  ),
);

/** Parent and length of the edge to it, of the vertices 2, 3, … */
type Parents = readonly (readonly [parent: number, length: number])[];

// Trees of level 0 have 3 vertices: two thirds of them cost 0.
export const fireworkShow = defineEnvironment({
  id: "FireworkShow",
  title: "Equalise root-to-leaf distances",
  summary:
    "Least total change of edge lengths making all leaf-to-root distances of a rooted tree equal.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),
  ...exactInteger<{ parents: Parents }>(({ parents }) => leastChange(parents)),

  generate({ N }, random) {
    const parents = Array.from({ length: N - 1 }, (_, index): [number, number] => [
      random.integer(1, index + 1),
      random.integer(1, N),
    ]);
    return { N, parents, leaves: leavesOf(parents), reference_answer: leastChange(parents) };
  },

  prompt: ({ N, parents, leaves }) =>
    `A rooted tree has ${N} vertices, numbered from 1 to ${N}; vertex 1 is the root. Here are the parent of each other vertex and the length of the edge to it:
${formatLines(parents, ([parent, length], index) => `vertex ${index + 2}: parent ${parent}, length ${length}`)}

It has ${formatCount(leaves.length, "leaf", "leaves")}: ${leaves.join(" ")}

The length of an edge, w, can be changed to any integer w' ≥ 0, at a cost of |w − w'|. Change lengths so that all leaves have the same distance from the root, where the distance is the sum of the lengths on the path between them. What is the smallest possible total cost?

Answer with that cost, like this: c`,

  picture: ({ N, parents }) =>
    treePicture(
      N,
      parents.map(([parent, length], index) => [parent, index + 2, length]),
      { base: 1 },
    ),
});

function leavesOf(parents: Parents): number[] {
  const inner = new Set(parents.map(([parent]) => parent));
  return parents.map((_, index) => index + 2).filter((vertex) => !inner.has(vertex));
}

/**
 * The least cost by which all leaves below a vertex come to the same distance is a convex function
 * of that distance, kept as the heap of the points where its slope rises by 1 (slope trick). It
 * adds up over children, so that its slope ends at their number. An edge bounds that slope to 1,
 * since it can itself be lengthened, and moves the flat part by its length. At 0 the cost is the
 * total of all lengths; from there the slopes lead to the flat part. O(N log² N).
 */
function leastChange(parents: Parents): number {
  // Indexed by vertex; children have larger numbers than their parents.
  const breakpoints = Array.from({ length: parents.length + 2 }, () => new PriorityQueue<number>());
  const childCount = breakpoints.map(() => 0);
  for (const [parent] of parents) childCount[parent]++;
  for (let vertex = parents.length + 1; vertex >= 2; vertex--) {
    const [parent, length] = parents[vertex - 2];
    const own = breakpoints[vertex];
    for (let drop = childCount[vertex] - 1; drop > 0; drop--) own.pop();
    const [right, left] = childCount[vertex] === 0 ? [0, 0] : [own.pop() ?? 0, own.pop() ?? 0];
    for (const point of [left, right]) push(own, point + length);
    breakpoints[parent] = merge(breakpoints[parent], own);
  }
  const root = breakpoints[1];
  for (let drop = childCount[1]; drop > 0; drop--) root.pop();
  const remaining: number[] = [];
  while (root.size > 0) remaining.push(root.pop() ?? 0);
  return sum(parents.map(([, length]) => length)) - sum(remaining);
}

/** Largest points come out first. */
function push(queue: PriorityQueue<number>, point: number): void {
  queue.push(point, -point);
}

/** Both heaps in one, the smaller poured into the larger. */
function merge(a: PriorityQueue<number>, b: PriorityQueue<number>): PriorityQueue<number> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (let point = small.pop(); point !== undefined; point = small.pop()) push(large, point);
  return large;
}
