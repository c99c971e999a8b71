import { factorial } from "../../toolkit/numbers/binomials.ts";
import { gcd } from "../../toolkit/numbers/gcd.ts";
import { type Colours, countByExploring, orbitsOf } from "./exploring.ts";
import { actsByAllEvenPermutations } from "./large-orbits.ts";

/** Up to so many colourings are joined one by one at once. */
const FEW_COLOURINGS = 1_000;
/** Up to so many are where nothing else is left. */
const MAX_EXPLORED = 100_000;
/** A larger orbit is looked at as a whole; at most so many cards lie outside it. */
const MAX_OUTSIDE = 8;

/**
 * The classes of colourings of N cards under the group that shuffles generate, each given as a
 * permutation of 1..N; undefined where no method here is exact and fast. No shuffle: all colourings.
 * One: Burnside's lemma over its powers. Few colourings: they are joined one by one. Else, if most cards
 * form one orbit on which all even permutations act, its colourings of equal numbers are one class,
 * whatever the fewer cards outside do: these are too few for the even permutations to depend on them.
 */
export function countClasses(
  N: number,
  colours: Colours,
  shuffles: readonly (readonly number[])[],
): bigint | undefined {
  if (shuffles.length === 0) return countColourings(N, colours);
  const generators = shuffles.map((shuffle) => shuffle.map((position) => position - 1));
  if (generators.length === 1) return countByPowers(generators[0], colours);
  const colourings = countColourings(N, colours);
  if (colourings > FEW_COLOURINGS) {
    const [largest, ...others] = orbitsOf(N, generators).sort((a, b) => b.length - a.length);
    const outside = others.flat();
    const isLarge = outside.length <= MAX_OUTSIDE && outside.length < largest.length;
    if (isLarge && actsByAllEvenPermutations(largest, generators)) {
      return countOutside(outside, generators, colours);
    }
  }
  return colourings <= MAX_EXPLORED ? BigInt(countByExploring(generators, colours)) : undefined;
}

/** N! / (R! · G! · B!). */
function countColourings(N: number, { R, G, B }: Colours): bigint {
  return factorial(N) / (factorial(R) * factorial(G) * factorial(B));
}

/** The mean over the powers of a permutation of the colourings that they leave as they are. */
function countByPowers(shuffle: readonly number[], colours: Colours): bigint {
  const lengths = orbitsOf(shuffle.length, [shuffle]).map((cycle) => cycle.length);
  const order = lengths.reduce(
    (multiple, length) => (multiple / gcd(multiple, length)) * length,
    1,
  );
  const fixedBy = new Map<number, bigint>();
  let total = 0n;
  for (let power = 1; power <= order; power++) {
    // Powers with the same common divisor with the order have the same cycle lengths.
    const divisor = gcd(power, order);
    const fixed = fixedBy.get(divisor) ?? countFixed(lengths, divisor, colours);
    fixedBy.set(divisor, fixed);
    total += fixed;
  }
  return total / BigInt(order);
}

/** The colourings in which each cycle of the power has one colour: a knapsack over the cycles. */
function countFixed(lengths: readonly number[], power: number, { R, G, B }: Colours): bigint {
  let ways = new Map([["0 0 0", 1n]]);
  const cycles = lengths.flatMap((length) => {
    const count = gcd(length, power);
    return new Array<number>(count).fill(length / count);
  });
  for (const cycle of cycles) {
    const next = new Map<string, bigint>();
    for (const [state, count] of ways) {
      const used = state.split(" ").map(Number);
      for (const [colour, limit] of [R, G, B].entries()) {
        if (used[colour] + cycle > limit) continue;
        const key = used.with(colour, used[colour] + cycle).join(" ");
        next.set(key, (next.get(key) ?? 0n) + count);
      }
    }
    ways = next;
  }
  return ways.get(`${R} ${G} ${B}`) ?? 0n;
}

/** The classes by the colours of the cards outside the large orbit alone. */
function countOutside(
  outside: readonly number[],
  generators: readonly (readonly number[])[],
  { R, G, B }: Colours,
): bigint {
  const place = new Map(outside.map((card, index) => [card, index]));
  const restricted = generators.map((shuffle) =>
    outside.map((card) => place.get(shuffle[card]) ?? 0),
  );
  let classes = 0n;
  for (let red = 0; red <= Math.min(R, outside.length); red++) {
    for (let green = 0; green <= Math.min(G, outside.length - red); green++) {
      const blue = outside.length - red - green;
      if (blue > B) continue;
      classes += BigInt(countByExploring(restricted, { R: red, G: green, B: blue }));
    }
  }
  return classes;
}
