import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import type { AnswerForm } from "../toolkit/answer-forms/answer-form.ts";
import { recurrence } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

const STATES = ["OFF", "ON"] as const;
const GROWTH = 1.5;

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_SIZE = 1_000_000;

const Parameters = z.object({ MAX_N_T: sizeFrom(3, MAX_SIZE) });
const Instance = instanceOf(Parameters, {
  reference_answer: z.enum(STATES),
  N: integer,
  B: integersFrom(0, 1),
  T: integer,
  K: integer,
}).check(
  within("N", 3, "MAX_N_T"),
  lengths("N", "B"),
  within("T", 0, "MAX_N_T"),
  within("K", 1, "N"),
);

/** A state in capital or small letters; another text is kept, to be told apart from no answer. */
const lampState: AnswerForm<string> = {
  description: "ON or OFF",
  isOpen: true,
  parse: (text) => text.trim().toUpperCase(),
};

export const lampChanging = defineEnvironment({
  id: "LampChanging",
  title: "Circular xor lamps",
  summary: "Tell whether a lamp on a circle is on after T steps of comparing with its neighbour.",
  reward: `${EXACT_WORDS}; ${invalidWords("other text")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_T: 8 }, ({ MAX_N_T }) => ({ MAX_N_T: Math.floor(GROWTH * MAX_N_T) })),

  generate({ MAX_N_T }, random) {
    const reference_answer = random.choice(STATES);
    return redrawUntil(() => {
      const N = random.integer(3, MAX_N_T);
      const share = random.unit();
      const B = Array.from({ length: N }, () => (random.chance(share) ? 1 : 0));
      const T = random.integer(2, MAX_N_T);
      const K = random.integer(1, N);
      if (STATES[stateOfLamp(K, T, B)] !== reference_answer) return undefined;
      return { MAX_N_T, reference_answer, N, B, T, K };
    });
  },

  prompt: ({ N, B, T, K }) =>
    `${N} lamps, numbered from 1 to ${N}, stand in a circle in clockwise order: the next lamp clockwise after lamp i is lamp i + 1, and after lamp ${N} it is lamp 1. At time 0 the lamps 1 to ${N} have, in this order, the following states, where 1 is ON and 0 is OFF:
${B.join(" ")}

From each time t to time t + 1, all lamps change at once: a lamp is ON at time t + 1 if its own state and the state of the next lamp clockwise differed at time t, and OFF if they were equal.

What is the state of lamp ${K} at time ${T}?

Answer with one word: ON or OFF`,

  answer: lampState,

  score(state, { reference_answer, T, K }) {
    if (state !== "ON" && state !== "OFF") return invalid("the answer is neither ON nor OFF");
    return exact(
      state === reference_answer,
      `at time ${T}, lamp ${K} is ${reference_answer}`,
      `at time ${T}, lamp ${K} is not ${state}`,
    );
  },

  picture: ({ B }) => rowPicture(B, { base: 1 }),

  solve: ({ N, B, T, K }) => STATES[Number((lampsAfter(N, B, T) >> BigInt(K - 1)) & 1n)],
});

/**
 * Lamp K at time T, 1 for ON: the xor of the lamps at those distances i ahead for which C(T, i) is
 * odd. By Lucas's theorem these are the i whose binary digits 1 are all digits 1 of T. O(T).
 */
function stateOfLamp(K: number, T: number, B: readonly number[]): number {
  let state = B[(K - 1 + T) % B.length];
  for (let distance = T; distance > 0; ) {
    distance = (distance - 1) & T;
    state ^= B[(K - 1 + distance) % B.length];
  }
  return state;
}

/**
 * All lamps, lamp 1 in the lowest bit of one big integer, 2^b steps at a time: since a step twice
 * compares with the lamp 2 ahead (the one between cancels out), 2^b steps compare with that 2^b
 * ahead. O(N / 64 · log T).
 */
function lampsAfter(N: number, B: readonly number[], T: number): bigint {
  let lamps = BigInt(`0b${B.toReversed().join("")}`);
  for (let steps = 1; steps <= T; steps *= 2) {
    if ((T & steps) === 0) continue;
    const ahead = BigInt(steps % N);
    const turned = (lamps >> ahead) | (BigInt.asUintN(Number(ahead), lamps) << (BigInt(N) - ahead));
    lamps ^= turned;
  }
  return lamps;
}
