import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { bigLcm } from "../toolkit/numbers/gcd.ts";
import { treePicture } from "../toolkit/pictures/tree.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Values have up to 0.2·N digits. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  parents: z.array(z.int().nullable()),
  A: z.array(bigIntegerFrom(1n)),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "parents", "A"),
  holds(
    "parents",
    ({ parents }) =>
      parents.every((parent, vertex) =>
        vertex === 0 ? parent === null : parent !== null && parent >= 0 && parent < vertex,
      ),
    "must be null for vertex 0, else a lower vertex than the one it belongs to",
  ),
);

type Parents = readonly (number | null)[];

// Few values must change in small trees: at level 3 the answer 1 is right in half of the cases.
export const mitterTransportation = defineEnvironment({
  id: "MitterTransportation",
  title: "Balancing a tree of values",
  summary:
    "Count the fewest values to change so that siblings are equal and each parent equals its children's sum.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),
  ...exactInteger<{ parents: Parents; A: readonly bigint[] }>(({ parents, A }) =>
    fewestChanges(parents, A),
  ),

  generate({ N }, random) {
    const parents = Array.from({ length: N }, (_, vertex) =>
      vertex === 0 ? null : random.integer(0, vertex - 1),
    );
    const shares = sharesOf(parents);
    const kept = random.distinctIntegers(random.integer(1, N - 1), 0, N - 1);
    const root = kept.reduce((multiple, vertex) => bigLcm(multiple, shares[vertex]), 1n);
    const isKept = new Set(kept);
    let largest = 1n;
    for (const vertex of kept) {
      const value = root / shares[vertex];
      if (value > largest) largest = value;
    }
    const A = shares.map((share, vertex) =>
      isKept.has(vertex) ? root / share : random.bigInteger(1n, largest),
    );
    return { N, parents, A, reference_answer: fewestChanges(parents, A) };
  },

  prompt: ({ N, parents, A }) =>
    `A rooted tree has ${N} vertices, numbered from 0 to ${N - 1}; vertex 0 is the root. Each other vertex i has a parent p[i]:
${formatIndexed("p", parents.slice(1).map(Number), 1)}

Each vertex i has a value A[i]:
${formatIndexed("A", A)}

Change the values of as few vertices as possible, each to any positive real number, so that for every vertex with children
- all its children have the same value, and
- the values of its children add up to its own value.
How many vertices must be changed at least?

Answer with that number, like this: c`,

  picture: ({ N, parents, A }) =>
    treePicture(
      N,
      parents.flatMap((parent, vertex) => (parent === null ? [] : [[parent, vertex] as const])),
      { notes: A.map((value) => `A ${value}`) },
    ),
});

/** How many times the value of each vertex goes into the root's, once the tree is balanced. */
function sharesOf(parents: Parents): bigint[] {
  const childCounts = tally(parents);
  const shares = [1n];
  for (const parent of parents) {
    if (parent !== null) shares.push(shares[parent] * BigInt(childCounts.get(parent) ?? 0));
  }
  return shares;
}

/**
 * The root's value decides all: vertices that can keep theirs together are those that ask for the
 * same value of the root. O(N) products.
 */
function fewestChanges(parents: Parents, A: readonly bigint[]): number {
  const rootValues = sharesOf(parents).map((share, vertex) => share * A[vertex]);
  const [, mostKept] = extremes([...tally(rootValues).values()]);
  return A.length - mostKept;
}
