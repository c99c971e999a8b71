import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { fraction } from "../toolkit/answer-forms/fractions.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { lowestTerms } from "../toolkit/numbers/ratios.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import {
  bigIntegerFrom,
  integerFrom,
  integersFrom,
  sizeFrom,
} from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The fraction has some digits an event. */
const LARGEST = 1_000;

const count = integerFrom(1, LARGEST);

const Parameters = z.object({ MAX_T_N: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  T: integerFrom(1, LARGEST),
  color2num: integersFrom(1, LARGEST),
  D: count,
  /** Step and colour, both counted from 1. */
  events: z.array(z.tuple([count, count])),
  gold_answer: z.object({ numerator: bigIntegerFrom(0n), denominator: bigIntegerFrom(1n) }),
  reference_answer: z.string(),
}).check(
  lengths("T", "color2num"),
  holds(
    "events",
    ({ T, events }) => events.every(([, colour]) => colour <= T),
    "must name colours from 1 to T",
  ),
  holds(
    "events",
    ({ events }) => events.every(([step], index) => index === 0 || events[index - 1][0] < step),
    "must be in the order of their steps",
  ),
);

interface Urn {
  color2num: readonly number[];
  D: number;
  events: readonly (readonly [number, number])[];
}

export const polyaModel = defineEnvironment({
  id: "PolyaModel",
  title: "Pólya's urn",
  summary:
    "Give the exact probability that an urn with reinforcement shows given colours at given steps.",
  reward: EXACT_WORDS,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_T_N: 3 }),

  generate({ MAX_T_N }, random) {
    const T = random.integer(2, MAX_T_N);
    const color2num = random.integers(T, 1, MAX_T_N);
    const D = random.integer(1, MAX_T_N);
    const stepCount = random.integer(1, MAX_T_N);
    const steps = ascending(random.distinctIntegers(random.integer(1, stepCount), 1, stepCount));
    const events = steps.map((step): [number, number] => [step, random.integer(1, T)]);
    const [numerator, denominator] = probability({ color2num, D, events });
    return {
      MAX_T_N,
      T,
      color2num,
      D,
      events,
      gold_answer: { numerator, denominator },
      reference_answer: `${numerator}/${denominator}`,
    };
  },

  prompt: ({ T, color2num, D, events }) =>
    `An urn holds balls of ${T} colours, numbered from 1. At first it holds N[c] balls of colour c: ${formatIndexed("N", color2num, 1)}

In each step (step 1, step 2, …), a ball is drawn uniformly at random from all balls in the urn and put back together with ${formatCount(D, "more ball")} of its colour.

What is the probability ${events.length === 1 ? "of this event" : "that all of these events happen"}?
${formatLines(events, ([step, colour]) => `- The ball drawn in step ${step} has colour ${colour}.`)}

Answer with the probability as a fraction p/q in lowest terms with p ≥ 0 and q ≥ 1 (0/1 for 0, 1/1 for 1), like this: p/q`,

  answer: fraction,

  score: ([numerator, denominator], { gold_answer }) =>
    exact(
      numerator === gold_answer.numerator && denominator === gold_answer.denominator,
      "not the probability in lowest terms",
    ),

  picture: ({ color2num }) => barsPicture(color2num, { base: 1 }),

  solve: ({ color2num, D, events }) => probabilityByColours({ color2num, D, events }).join("/"),
});

/**
 * The draws are exchangeable: only the colours count, as if the events were the first steps. Each is
 * drawn with its share of the balls, which then grows.
 */
function probability({ color2num, D, events }: Urn): [bigint, bigint] {
  const balls = [...color2num];
  let all = sum(color2num);
  let [numerator, denominator] = [1n, 1n];
  for (const [, colour] of events) {
    numerator *= BigInt(balls[colour - 1]);
    denominator *= BigInt(all);
    balls[colour - 1] += D;
    all += D;
  }
  return lowestTerms(numerator, denominator);
}

/** Colour by colour: rising factorials of their balls, over that of all balls. */
function probabilityByColours({ color2num, D, events }: Urn): [bigint, bigint] {
  const rising = (start: number, length: number) => {
    let product = 1n;
    for (let draw = 0; draw < length; draw++) product *= BigInt(start + draw * D);
    return product;
  };
  const denominator = rising(sum(color2num), events.length);
  let numerator = 1n;
  for (const [index, balls] of color2num.entries()) {
    numerator *= rising(balls, events.filter(([, colour]) => colour === index + 1).length);
  }
  return lowestTerms(numerator, denominator);
}
