import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

const PRIMES = [666_623_333, 998_244_353, 1_000_000_007];
/** N² · M steps for N positions and M conditions. */
const LARGEST = 300;

const size = integerFrom(1, LARGEST);
/** First and last position, counted from 1, and their maximum. */
const Condition = z.tuple([size, size, size]);
type Condition = z.infer<typeof Condition>;

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: size,
  A: size,
  conditions: z.array(Condition).max(LARGEST),
  MOD: z.literal(PRIMES),
  reference_answer: integerFrom(0),
}).check(
  holds(
    "conditions",
    ({ N, A, conditions }) => conditions.every(([l, r, v]) => l <= r && r <= N && v <= A),
    "must lie within the array, with values of at most A",
  ),
);

interface Story {
  N: number;
  A: number;
  conditions: readonly Condition[];
  MOD: number;
}

export const singingGirlStory = defineEnvironment({
  id: "SingingGirlStory",
  title: "Arrays with given maxima",
  summary:
    "Count arrays over 1..A whose maxima on given intervals take prescribed values, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const A = random.integer(2, N);
    const hidden = random.integers(N, 1, A);
    const conditionCount = random.integer(1, MAX_N_M);
    const conditions = Array.from({ length: conditionCount }, (): Condition => {
      const length = random.integer(2, N);
      const l = random.integer(1, N - length + 1);
      const r = l + length - 1;
      return [l, r, Math.max(...hidden.slice(l - 1, r))];
    });
    const MOD = random.choice(PRIMES);
    return {
      MAX_N_M,
      N,
      A,
      conditions,
      MOD,
      reference_answer: countArrays({ N, A, conditions, MOD }),
    };
  },

  prompt: ({ N, A, conditions, MOD }) =>
    `An array H has ${N} elements, H[1] to H[${N}], each an integer from 1 to ${A}. In addition, ${conditions.length === 1 ? "this condition" : "all of these conditions"} must hold:
${formatLines(conditions, ([l, r, v]) => `- The maximum of H[${l}] to H[${r}], both ends included, is ${v}.`)}

How many such arrays are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: n`,

  picture: ({ conditions }) =>
    intervalsPicture(conditions, {
      base: 1,
      notes: conditions.map(([, , maximum]) => `maximum ${maximum}`),
    }),

  ...exactRemainder("MOD", (story: Story) => countArrays(story, waysByUnmetConditions)),
});

/**
 * No element exceeds its cap, the least value of the conditions that cover it; a condition of value v
 * needs an element of cap v that is v. Values act apart from each other, so that the ways of each are
 * multiplied.
 */
function countArrays(story: Story, waysOf = waysByLastPlace): number {
  const { A, conditions, MOD } = story;
  const caps = capsOf(story);
  const free = caps.slice(1).filter((cap) => cap === undefined).length;
  let product = powerModulo(A, free, MOD);
  for (const value of new Set(conditions.map(([, , v]) => v))) {
    const ways = waysOf(value, caps, story).reduce((sum, count) => (sum + count) % MOD, 0);
    product = multiplyModulo(product, ways, MOD);
  }
  return product;
}

/** For each position, counted from 1, the least value of the conditions that cover it. */
function capsOf({ N, conditions }: Story): (number | undefined)[] {
  return Array.from({ length: N + 1 }, (_, position) => {
    const values = conditions
      .filter(([l, r]) => l <= position && position <= r)
      .map(([, , v]) => v);
    return values.length === 0 ? undefined : Math.min(...values);
  });
}

/**
 * The ways to fill the positions capped by the value, by the last one that takes it (0: none), which
 * every condition that ends must have met. O(N² + M).
 */
function waysByLastPlace(
  value: number,
  caps: readonly (number | undefined)[],
  { N, conditions, MOD }: Story,
): number[] {
  const latestStart = latestStarts(N, conditions, value);
  let ways = new Array<number>(N + 1).fill(0);
  ways[0] = 1;
  for (let position = 1; position <= N; position++) {
    if (caps[position] === value) {
      const total = ways.reduce((sum, count) => (sum + count) % MOD, 0);
      ways = ways.map((count) => multiplyModulo(count, value - 1, MOD));
      ways[position] = total;
    }
    for (let p = 0; p < latestStart[position]; p++) ways[p] = 0;
  }
  return ways;
}

/** For each position, the latest start of the value's conditions that end there; 0 where none does. */
function latestStarts(N: number, conditions: readonly Condition[], value: number): number[] {
  const starts = new Array<number>(N + 1).fill(0);
  for (const [l, r, v] of conditions) if (v === value) starts[r] = Math.max(starts[r], l);
  return starts;
}

/**
 * The same ways by inclusion and exclusion: over the conditions that are not met, with sign, by the
 * last position that one of them covers (0: none); covered elements of the cap lose one choice.
 * O(N · M).
 */
function waysByUnmetConditions(
  value: number,
  caps: readonly (number | undefined)[],
  { N, conditions, MOD }: Story,
): number[] {
  const same = conditions.filter(([, , v]) => v === value).sort((a, b) => a[0] - b[0]);
  let signed = new Array<number>(N + 1).fill(0);
  signed[0] = 1;
  let next = 0;
  for (let position = 1; position <= N; position++) {
    for (; next < same.length && same[next][0] === position; next++) {
      const [, end] = same[next];
      const unmet = [...signed];
      for (const [covered, count] of signed.entries()) {
        const reach = Math.max(covered, end);
        unmet[reach] = remainder(unmet[reach] - count, MOD);
      }
      signed = unmet;
    }
    if (caps[position] !== value) continue;
    signed = signed.map((count, covered) =>
      multiplyModulo(count, covered >= position ? value - 1 : value, MOD),
    );
  }
  return signed;
}
