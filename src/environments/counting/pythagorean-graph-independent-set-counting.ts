import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import {
  type ChoiceGraph,
  independentSetsByBranching,
  independentSetsByFrontier,
} from "../toolkit/graphs/independent-sets.ts";
import { growing } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const MAX_MOD = 1_000_000;
/** After so many rejected draws of H, MOD is drawn anew: some moduli reject nearly every H. */
const DRAWS_A_MODULUS = 1_000;
/** The graph of legs is sparse, and its independent sets are counted exactly. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  H: integersFrom(1),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  lengths("N", "H"),
  within("H", 1, ({ N }) => 2 * N),
);

/**
 * Most small graphs have just one edge, which settles the answer: so it is in 80 % of the problems
 * of level 0, 60 % at level 3 and 45 % at level 10.
 */
export const pythagoreanGraphIndependentSetCounting = defineEnvironment({
  id: "PythagoreanGraph_IndependentSetCounting",
  title: "Independent sets of Pythagorean legs",
  summary:
    "Count non-empty independent sets in a graph joining coprime numbers that are legs of a right triangle, mod MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const MOD = random.integer(2, MAX_MOD);
      for (let draw = 0; draw < DRAWS_A_MODULUS; draw++) {
        const H = random.integers(N, 1, 2 * N);
        const sets = independentSetsByFrontier(toValueGraph(H));
        // Without an edge, all 2^N sets would be independent.
        if ((sets - 2n ** BigInt(N)) % BigInt(MOD) === 0n) continue;
        return { N, H, MOD, reference_answer: Number((sets - 1n) % BigInt(MOD)) };
      }
      return undefined;
    });
  },

  prompt: ({ N, H, MOD }) =>
    `A graph has ${N} vertices, numbered from 0 to ${N - 1}. Vertex i has the value H[i]:
${formatIndexed("H", H)}

Two different vertices i and j are joined by an edge exactly if H[i]² + H[j]² is the square of an integer and the greatest common divisor of H[i] and H[j] is 1.

An independent set is a set of vertices no two of which are joined by an edge. How many non-empty independent sets are there? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ H, MOD }: { H: readonly number[]; MOD: number }) =>
    Number((independentSetsByBranching(toValueGraph(H)) - 1n) % BigInt(MOD)),
  ),
});

/** The values that occur, joined if they are coprime legs, each with the ways to take it: 2^count − 1. */
function toValueGraph(H: readonly number[]): ChoiceGraph {
  const counts = tally(H);
  const values = [...counts.keys()];
  const isEdge = (a: number, b: number) =>
    gcd(a, b) === 1 && Number.isInteger(Math.sqrt(a * a + b * b));
  return {
    neighbours: new Map(values.map((a) => [a, values.filter((b) => isEdge(a, b))])),
    choices: new Map([...counts].map(([value, count]) => [value, 2n ** BigInt(count) - 1n])),
  };
}
