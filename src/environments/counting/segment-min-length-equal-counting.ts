import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, within } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const MAX_MOD = 1_000_000;
/** Solving takes N³ steps. */
const MAX_N = 300;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: integersFrom(1),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(
  within("S", 1, "N"),
  distinct("S"),
  holds("S", ({ S }) => S.length > 0, "must hold a number"),
);

interface ValueSet {
  N: number;
  S: readonly number[];
  MOD: number;
}

/** At level 0 S is one of four sets, half of the time {1, 2, 3} with the answer 8. */
export const segmentMinLengthEqualCounting = defineEnvironment({
  id: "SegmentMinLengthEqual_Counting",
  title: "Arrays cut by their minima",
  summary:
    "Count arrays over a value set that split into intervals, each with minimum equal to its length, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const S = ascending(random.distinctIntegers(random.integer(2, N), 1, N));
    const MOD = random.integer(2, MAX_MOD);
    return { N, S, MOD, reference_answer: countArrays({ N, S, MOD }) };
  },

  prompt: ({ N, S, MOD }) =>
    `Consider the arrays of ${N} elements, each taken from the set S = {${S.join(", ")}}; a value may occur several times. An array is good if it can be cut into one or more consecutive intervals so that in each interval, the smallest element equals the number of elements of the interval.

How many good arrays are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countFromFront),
});

/**
 * The cut of a good array is unique: of two different first intervals, the shorter one's minimum
 * would lie in the longer one and be too small. The arrays of length i by their last interval, of
 * length L: all its elements are at least L, and one of them is L. O(N²) powers.
 */
function countArrays({ N, S, MOD }: ValueSet): number {
  const intervals = S.map((length): [length: number, ways: number] => {
    const atLeast = S.filter((value) => value >= length).length;
    const ways = powerModulo(atLeast, length, MOD) - powerModulo(atLeast - 1, length, MOD);
    return [length, remainder(ways, MOD)];
  });
  const good = [1 % MOD];
  for (let i = 1; i <= N; i++) {
    let total = 0;
    for (const [length, ways] of intervals) {
      if (length <= i) total = (total + multiplyModulo(good[i - length], ways, MOD)) % MOD;
    }
    good.push(total);
  }
  return good[N];
}

/** Element by element, with the length of the interval under way, its place in it, and whether it had its minimum. */
function countFromFront({ N, S, MOD }: ValueSet): number {
  const larger = new Map(S.map((length) => [length, S.filter((value) => value > length).length]));
  // Between intervals, and within those of each length: ways by [elements so far][minimum met].
  let between = 1 % MOD;
  let within = new Map(S.map((length) => [length, newInterval(length)]));
  for (let i = 1; i <= N; i++) {
    let ended = 0;
    const next = new Map<number, number[][]>();
    for (const [length, ways] of within) {
      const others = larger.get(length) ?? 0;
      const after = newInterval(length);
      for (let place = 0; place < length; place++) {
        const [without, met] = place === 0 ? [between, 0] : ways[place];
        after[place + 1][0] = multiplyModulo(without, others, MOD);
        after[place + 1][1] = (multiplyModulo(met, others + 1, MOD) + without) % MOD;
      }
      ended = (ended + after[length][1]) % MOD;
      next.set(length, after);
    }
    within = next;
    between = ended;
  }
  return between;
}

function newInterval(length: number): number[][] {
  return Array.from({ length: length + 1 }, () => [0, 0]);
}
