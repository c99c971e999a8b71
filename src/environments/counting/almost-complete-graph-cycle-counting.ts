import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

/** Moduli are odd, 3 to 2 · ⌊MAX_MOD / 2⌋ + 1. */
const MAX_MOD = 1_000_000;
/** Far beyond any use; the bound keeps every accepted instance solved within seconds. */
const LARGEST_N = 20_000;

const Parameters = z.object({ MAX_N: sizeFrom(4, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(4, LARGEST_N),
  MOD: integerFrom(3, MAX_MOD + 1),
  reference_answer: integerFrom(0, MAX_MOD),
}).check(holds("MOD", ({ MOD }) => MOD % 2 === 1, "must be odd"));

/** At level 0 the graph has 4 or 5 vertices, and 3 or 22 cycles. */
export const almostCompleteGraphCycleCounting = defineEnvironment({
  id: "AlmostCompleteGraphCycleCounting",
  title: "Cycles without one edge",
  summary:
    "Count simple cycles of the complete graph on N vertices with one edge removed, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 5 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(4, MAX_N);
    const MOD = 2 * random.integer(1, Math.floor(MAX_MOD / 2)) + 1;
    return { MAX_N, N, MOD, reference_answer: countCycles(N, MOD) };
  },

  prompt: ({ N, MOD }) =>
    `A graph has ${N} vertices, numbered from 1 to ${N}. Each two of them are joined by an edge, except the vertices 1 and ${N}, which are not.

How many simple cycles does the graph have? A simple cycle passes through at least three vertices, each once, and returns to where it began; cycles that consist of the same edges are the same. Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ N, MOD }: { N: number; MOD: number }) => countByLengths(N, MOD)),
});

/**
 * Vertex by vertex. Let y be the paths (of any length from two vertices on) between two fixed ones in
 * the complete graph on i vertices; a further vertex closes y paths between any two neighbours to
 * cycles. The last vertex lacks one neighbour. O(N).
 */
function countCycles(N: number, modulus: number): number {
  const half = (modulus + 1) / 2;
  const pairs = (n: number) =>
    multiplyModulo(multiplyModulo(n % modulus, (n - 1) % modulus, modulus), half, modulus);
  let cycles = 1 % modulus;
  let paths = 2 % modulus;
  for (let vertex = 4; vertex < N; vertex++) {
    cycles = (cycles + multiplyModulo(paths, pairs(vertex - 1), modulus)) % modulus;
    paths = (multiplyModulo(paths, (vertex - 2) % modulus, modulus) + 1) % modulus;
  }
  return (cycles + multiplyModulo(paths, pairs(N - 2), modulus)) % modulus;
}

/**
 * All cycles of the complete graph, C(N, k) · (k − 1)! / 2 of each length k, without those through
 * the missing edge, which are the paths between its ends over j other vertices: exact integers, as a
 * proof of the above. O(N) products of large integers.
 */
function countByLengths(N: number, modulus: number): number {
  let all = 0n;
  let arrangements = BigInt(N) * BigInt(N - 1);
  for (let length = 3; length <= N; length++) {
    arrangements *= BigInt(N - length + 1);
    all += arrangements / BigInt(2 * length);
  }
  let through = 0n;
  let paths = 1n;
  for (let between = 1; between <= N - 2; between++) {
    paths *= BigInt(N - 1 - between);
    through += paths;
  }
  return Number((all - through) % BigInt(modulus));
}
