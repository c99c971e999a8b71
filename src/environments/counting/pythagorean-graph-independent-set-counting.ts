import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
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
        const sets = countIndependentSets(H);
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
    Number((countByBranching(toValueGraph(H)) - 1n) % BigInt(MOD)),
  ),
});

/** The values that occur, joined if they are coprime legs, each with the ways to take it: 2^count − 1. */
interface ValueGraph {
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  readonly choices: ReadonlyMap<number, bigint>;
}

function toValueGraph(H: readonly number[]): ValueGraph {
  const counts = tally(H);
  const values = [...counts.keys()];
  const isEdge = (a: number, b: number) =>
    gcd(a, b) === 1 && Number.isInteger(Math.sqrt(a * a + b * b));
  return {
    neighbours: new Map(values.map((a) => [a, values.filter((b) => isEdge(a, b))])),
    choices: new Map([...counts].map(([value, count]) => [value, 2n ** BigInt(count) - 1n])),
  };
}

/**
 * Independent sets, the empty one included: value after value in the order of a search through each
 * component, with the states of those values that still have neighbours to come (the frontier stays
 * small, as the graph of primitive triples is sparse).
 */
function countIndependentSets(H: readonly number[]): bigint {
  const { neighbours, choices } = toValueGraph(H);
  const order = searchOrder(neighbours);
  const last = new Map<number, number>();
  for (const [index, value] of order.entries()) {
    for (const neighbour of neighbours.get(value) ?? []) last.set(neighbour, index);
  }
  // Which values with neighbours to come are taken, as a text → ways.
  let states = new Map([["", 1n]]);
  let frontier: number[] = [];
  for (const [index, value] of order.entries()) {
    const around = neighbours.get(value) ?? [];
    const next = new Map<string, bigint>();
    const kept = [...frontier, value].filter((other) => (last.get(other) ?? -1) > index);
    for (const [state, ways] of states) {
      const taken = new Set(frontier.filter((_, place) => state[place] === "1"));
      for (const takes of around.some((other) => taken.has(other)) ? [false] : [false, true]) {
        const now = takes ? new Set([...taken, value]) : taken;
        const after = kept.map((other) => (now.has(other) ? "1" : "0")).join("");
        const more = takes ? ways * (choices.get(value) ?? 0n) : ways;
        next.set(after, (next.get(after) ?? 0n) + more);
      }
    }
    states = next;
    frontier = kept;
  }
  return states.get("") ?? 0n;
}

/** All values, depth-first through each component. */
function searchOrder(neighbours: ValueGraph["neighbours"]): number[] {
  const order = new Set<number>();
  const stack = [...neighbours.keys()];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (order.has(value)) continue;
    order.add(value);
    stack.push(...(neighbours.get(value) ?? []));
  }
  return [...order];
}

/** The same by branching: a value with most neighbours is left out or taken; parts are independent. */
function countByBranching({ neighbours, choices }: ValueGraph): bigint {
  const count = (values: ReadonlySet<number>): bigint => {
    const degree = (value: number) =>
      (neighbours.get(value) ?? []).filter((other) => values.has(other)).length;
    let product = 1n;
    for (const part of componentsOf(values, neighbours)) {
      const busiest = [...part].reduce((best, value) =>
        degree(value) > degree(best) ? value : best,
      );
      const ways = choices.get(busiest) ?? 0n;
      if (degree(busiest) === 0) {
        product *= 1n + ways;
        continue;
      }
      const without = new Set([...part].filter((value) => value !== busiest));
      const around = new Set(neighbours.get(busiest) ?? []);
      const beside = new Set([...without].filter((value) => !around.has(value)));
      product *= count(without) + ways * count(beside);
    }
    return product;
  };
  return count(new Set(neighbours.keys()));
}

function componentsOf(
  values: ReadonlySet<number>,
  neighbours: ValueGraph["neighbours"],
): Set<number>[] {
  const components: Set<number>[] = [];
  const seen = new Set<number>();
  for (const start of values) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    for (const value of component) {
      seen.add(value);
      for (const other of neighbours.get(value) ?? []) if (values.has(other)) component.add(other);
    }
    components.push(component);
  }
  return components;
}
