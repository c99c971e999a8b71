import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactWord } from "../toolkit/scoring/exact-words.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** The players, the one who moves first in front. */
const PLAYERS = ["Alice", "Bob"] as const;

const Parameters = z.object({ N: sizeFrom(3, 200) });
const Instance = instanceOf(Parameters, {
  P: integersFrom(0, 1_000_000),
  reference_answer: z.enum(PLAYERS),
}).check(lengths("N", "P"));

export const splittingGame = defineEnvironment({
  id: "SplittingGame",
  title: "Bean splitting game",
  summary: "Say who wins when a bean is taken from a bottle and two are put into later ones.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const reference_answer = random.choice(PLAYERS);
    const values = grundyValues(N);
    return redrawUntil(() => {
      const P = random.integers(N, 0, 2 * N);
      return findWinner(P, values) === reference_answer ? { N, P, reference_answer } : undefined;
    });
  },

  prompt: ({ N, P }) =>
    `Alice and Bob play a game with ${N} bottles of beans, numbered from 0 to ${N - 1}. The bottles hold these numbers of beans:
${formatIndexed("P", P)}

They move in turn, and Alice moves first. A move chooses bottles i, j and k with i < j ≤ k ≤ ${N - 1} of which bottle i is not empty, takes one bean out of bottle i, and puts one new bean into bottle j and one into bottle k; if j = k, both go into that bottle. Whoever cannot move loses.

Who wins if both play as well as possible?

Answer with one word, the winner's name: Alice or Bob`,

  picture: ({ P }) => barsPicture(P),

  ...exactWord(PLAYERS, ({ N, P }: { N: number; P: number[] }) => findWinner(P, grundyValues(N))),
});

/** By Sprague and Grundy: each bean is a game of its own, and equal ones cancel in pairs. */
function findWinner(beans: readonly number[], values: readonly number[]): (typeof PLAYERS)[number] {
  const last = beans.length - 1;
  const xor = beans.reduce(
    (rest, count, at) => (count % 2 === 1 ? rest ^ values[last - at] : rest),
    0,
  );
  return xor === 0 ? "Bob" : "Alice";
}

/**
 * The Grundy values of a bean 0..N − 1 bottles before the last one: the least number that is not the
 * xor of the values of two beans after it. O(N³).
 */
function grundyValues(N: number): number[] {
  const values: number[] = [];
  for (let distance = 0; distance < N; distance++) {
    const reached = new Set<number>();
    for (const [at, value] of values.entries()) {
      for (let other = 0; other <= at; other++) reached.add(value ^ values[other]);
    }
    let least = 0;
    while (reached.has(least)) least++;
    values.push(least);
  }
  return values;
}
