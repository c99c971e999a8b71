import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTexts } from "../toolkit/answer-forms/integer-texts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { powerModulo } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use (a fraction of 86,000 digits); the bound keeps every accepted draw fast. */
const MAX_SEATS = 20_000;

const Parameters = z.object({ MAX_N_K: sizeFrom(2, MAX_SEATS) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  K: integerFrom(1, MAX_SEATS),
  gold_answer: z.tuple([bigIntegerFrom(1n), bigIntegerFrom(1n)]),
  reference_answer: z.string(),
}).check(
  holds("N", ({ N, K }) => N <= K, "must be at most K"),
  holds(
    "reference_answer",
    ({ gold_answer, reference_answer }) => reference_answer === gold_answer.join(" "),
    "must be the two integers of gold_answer",
  ),
);

export const cinema = defineEnvironment({
  id: "Cinema",
  title: "Everyone gets a seat",
  summary: "Find the probability that N people who start at random seats all find one of K seats.",
  reward: EXACT_WORDS,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  // The terms of the fraction grow with the seats: a thousand digits or so each at level 12.
  levels: recurrence({ MAX_N_K: 4 }, ({ MAX_N_K }) => ({ MAX_N_K: Math.floor(1.5 * MAX_N_K) })),

  generate({ MAX_N_K }, random) {
    const N = random.integer(2, MAX_N_K);
    const K = random.integer(N, MAX_N_K);
    const gold_answer = probabilityOfSeats(N, K);
    return { MAX_N_K, N, K, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, K }) =>
    `A row of a cinema has ${formatCount(K, "seat")}, numbered from 1 to ${K} and all free at first. ${formatCount(N, "person", "people")} come in one after another. Each of them chooses a number L from 1 to ${K}, uniformly at random and independently of the others, and takes the first free seat among L, L + 1, …, ${K}; if none of these is free, the person has to stand.

What is the probability that nobody has to stand?

The probability is A/B in lowest terms, with positive integers A and B. Answer with these two integers, separated by a space, like this: A B`,

  answer: integerTexts(2),

  score: (fraction, { reference_answer }) =>
    exact(fraction.join(" ") === reference_answer, "not the probability in lowest terms"),

  solve: ({ N, K }) => probabilityOfSeats(N, K).join(" "),
});

/**
 * (K + 1)^(N − 1) · (K + 1 − N) / K^N in lowest terms. Pollak's argument on parking functions: add
 * a seat and close the row to a circle, in which everybody sits. Nobody would have had to stand
 * exactly if the added seat stays free, and by symmetry it does in K + 1 − N of every K + 1 of the
 * (K + 1)^N choices of N seats.
 */
function probabilityOfSeats(N: number, K: number): [bigint, bigint] {
  // K + 1 has no divisor in common with K, so that only K + 1 − N can be reduced with K^N.
  const free = K + 1 - N;
  const divisor = BigInt(gcd(free, powerModulo(K, N, free)));
  const numerator = BigInt(K + 1) ** BigInt(N - 1) * BigInt(free);
  return [numerator / divisor, BigInt(K) ** BigInt(N) / divisor];
}
