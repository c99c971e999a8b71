import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { inverseModulo, multiplyModulo, remainder } from "../toolkit/numbers/modular.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";
import { findTreeFault } from "../toolkit/trees/tree-fault.ts";

const PRIME = 998_244_353;
/** Weights go up to 3N, N² steps in all. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, MAX_N),
  B: integersFrom(1, MAX_N),
  C: integersFrom(1, MAX_N),
  T_inequalities: z.array(z.tuple([integer, integer])),
  reference_answer: integerFrom(0, PRIME - 1),
}).check(
  lengths("N", "A", "B", "C"),
  holds(
    "T_inequalities",
    ({ N, T_inequalities }) => findTreeFault(T_inequalities, N) === undefined,
    "must form a tree on all nodes",
  ),
);

interface Game {
  N: number;
  A: readonly number[];
  B: readonly number[];
  C: readonly number[];
  T_inequalities: readonly (readonly [number, number])[];
}

export const moneyChargingGame = defineEnvironment({
  id: "MoneyChargingGame",
  title: "Order of first draws",
  summary:
    "Compute modulo a prime the probability that random weighted draws respect given pairwise order constraints.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 2 }),

  generate({ N }, random) {
    const [A, B, C] = [1, 2, 3].map(() => random.integers(N, 1, N));
    const reversal = random.unit();
    const order = random.permutation(N);
    const T_inequalities = random.shuffle(
      order.slice(1).map((later, index): [number, number] => {
        const earlier = order[random.integer(0, index)];
        return random.chance(reversal) ? [later, earlier] : [earlier, later];
      }),
    );
    const reference_answer = probability({ N, A, B, C, T_inequalities });
    return { N, A, B, C, T_inequalities, reference_answer };
  },

  prompt: ({ N, A, B, C, T_inequalities }) =>
    `There are ${N} nodes, numbered from 0 to ${N - 1}. Each node i has three numbers A[i], B[i] and C[i]:
${formatLines(A, (a, node) => `A[${node}]=${a} B[${node}]=${B[node]} C[${node}]=${C[node]}`)}

First, each node i independently gets a weight W[i]: 1 with probability A[i]/S, 2 with probability B[i]/S and 3 with probability C[i]/S, where S = A[i] + B[i] + C[i]. Then nodes are drawn again and again, each time node i with a probability of W[i] divided by the sum of all weights, whether it was drawn before or not, until every node has been drawn at least once. T[i] is the number of the draw in which node i was drawn for the first time.

What is the probability that ${N === 2 ? "this inequality holds" : "all of these inequalities hold"}?
${formatLines(T_inequalities, ([u, v]) => `T[${u}] < T[${v}]`)}

Give it modulo the prime ${PRIME}: if it is p/q in lowest terms, the answer is the integer r with 0 ≤ r < ${PRIME} and q·r ≡ p modulo ${PRIME}.

Answer with r as one integer, like this: r`,

  /** Arrows from what is to be drawn before to what is to be drawn after. */
  picture: ({ N, A, B, C, T_inequalities }) =>
    graphPicture(N, T_inequalities, {
      directed: true,
      notes: A.map((a, node) => `${a} ${B[node]} ${C[node]}`),
    }),

  ...exactRemainder(PRIME, (game: Game) => probability(game, game.N - 1)),
});

/**
 * If all inequalities lead away from the root, they hold with the product of each node's weight over
 * that of its subtree. One that leads towards it holds with the probability without it less that with
 * it turned round. By the weight of what hangs below each node by inequalities away from the root:
 * O(N²).
 */
function probability({ N, A, B, C, T_inequalities }: Game, root = 0): number {
  const comesFirst = new Set(T_inequalities.map(([u, v]) => u * N + v));
  const { order, parent } = rootTree(toAdjacency(N, T_inequalities), root);
  // byWeight[x][k]: the probability so far that x and what hangs below it weigh k.
  const byWeight = Array.from({ length: N }, (_, x) => {
    const share = inverseModulo(A[x] + B[x] + C[x], PRIME);
    return [0, A[x], 2 * B[x], 3 * C[x]].map((value) => multiplyModulo(value, share, PRIME));
  });
  for (const x of [...order].reverse()) {
    const whole = byWeight[x].map((value, k) =>
      k === 0 ? 0 : multiplyModulo(value, inverseModulo(k, PRIME), PRIME),
    );
    if (x === root) return whole.reduce((sum, value) => (sum + value) % PRIME, 0);
    const above = byWeight[parent[x]];
    const isAway = comesFirst.has(parent[x] * N + x);
    const merged = new Array<number>(above.length + whole.length - 1).fill(0);
    const free = whole.reduce((sum, value) => (sum + value) % PRIME, 0);
    for (const [k, value] of above.entries()) {
      if (value === 0) continue;
      if (!isAway) merged[k] = (merged[k] + multiplyModulo(value, free, PRIME)) % PRIME;
      for (const [j, below] of whole.entries()) {
        const joint = multiplyModulo(value, below, PRIME);
        merged[k + j] = remainder(merged[k + j] + (isAway ? joint : -joint), PRIME);
      }
    }
    byWeight[parent[x]] = merged;
  }
  return 0;
}
