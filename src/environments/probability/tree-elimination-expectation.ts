import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { bigGcd } from "../toolkit/numbers/gcd.ts";
import { inverseModulo, multiplyModulo } from "../toolkit/numbers/modular.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { findTreeFault } from "../toolkit/trees/tree-fault.ts";

const PRIME = 1_000_000_007;
/** Solving adds up exact fractions. */
const MAX_N = 2_000;

type Parents = readonly (readonly [parent: number, child: number])[];

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  parents: z.array(z.tuple([integer, integer])),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(
  holds(
    "parents",
    ({ N, parents }) => findTreeFault(parents, N, 1) === undefined && isFromRoot(parents),
    "must name the parent of every vertex from 2 to N, parents before their children",
  ),
);

/** At level 0 there are four trees of three vertices, with two answers. */
export const treeEliminationExpectation = defineEnvironment({
  id: "TreeElimination_Expectation",
  title: "Random colouring of a tree",
  summary:
    "Give the expected number of random root-path colourings until a rooted tree is coloured, mod p.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const order = [1, ...random.permutation(N - 1, 2)];
    const parents = order.slice(1).map((child, index): [number, number] => {
      return [order[random.integer(0, index)], child];
    });
    return { N, parents, reference_answer: expectedSteps(N, parents) };
  },

  prompt: ({ N, parents }) =>
    `A rooted tree has ${N} vertices, numbered from 1 to ${N}; the root is vertex 1. The parents of the other vertices:
${formatLines(parents, ([parent, child]) => `the parent of ${child} is ${parent}`)}

At first, no vertex is coloured. In each step, one of the vertices that are not coloured yet is chosen uniformly at random, and all vertices on the path from it to the root, both included, are coloured (some of them may be coloured already).

What is the expected number of steps until all vertices are coloured? Give it modulo the prime ${PRIME}: if it is p/q in lowest terms, the answer is the integer r with 0 ≤ r < ${PRIME} and q·r ≡ p modulo ${PRIME}.

Answer with r as one integer, like this: r`,

  picture: ({ N, parents }) => treePicture(N, parents, { base: 1 }),

  ...exactRemainder(PRIME, ({ N, parents }: { N: number; parents: Parents }) =>
    expectedExactly(N, parents),
  ),
});

/** Whether each pair's parent is the root or the child of an earlier pair. */
function isFromRoot(parents: Parents): boolean {
  const known = new Set([1]);
  return parents.every(([parent, child]) => {
    if (!known.has(parent) || known.has(child)) return false;
    known.add(child);
    return true;
  });
}

/** How many vertices each subtree has, children before their parents. */
function subtreeSizes(N: number, parents: Parents): number[] {
  const sizes = new Array<number>(N + 1).fill(1);
  for (const [parent, child] of parents.toReversed()) sizes[parent] += sizes[child];
  return sizes.slice(1);
}

/**
 * The steps are the vertices that are chosen, as in a random order of all vertices from which coloured
 * ones are left out: a vertex is chosen exactly if it comes first in its subtree, with probability
 * 1/size. O(N log p).
 */
function expectedSteps(N: number, parents: Parents): number {
  return subtreeSizes(N, parents).reduce(
    (total, size) => (total + inverseModulo(size, PRIME)) % PRIME,
    0,
  );
}

/** The same sum as an exact fraction. */
function expectedExactly(N: number, parents: Parents): number {
  let [over, under] = [0n, 1n];
  for (const size of subtreeSizes(N, parents).map(BigInt)) {
    const divisor = bigGcd(under, size);
    [over, under] = [over * (size / divisor) + under / divisor, under * (size / divisor)];
  }
  const modulus = BigInt(PRIME);
  const numerator = Number(over % modulus);
  return multiplyModulo(numerator, inverseModulo(Number(under % modulus), PRIME), PRIME);
}
