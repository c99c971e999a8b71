import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { multiplyByPower } from "../toolkit/numbers/matrices.ts";
import { multiplyModulo, remainder } from "../toolkit/numbers/modular.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { prefixFunction } from "../toolkit/text/prefix-function.ts";

const MAX_MOD = 10_000;
const LARGEST_N = 2 ** 52;
/** Powers of matrices take M³ log N steps. */
const LARGEST_M = 60;

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_N), MAX_M: sizeFrom(2, LARGEST_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  pattern: textOver("01").min(1).max(LARGEST_M),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(holds("pattern", ({ N, pattern }) => pattern.length <= N, "must be at most N long"));

interface Strings {
  N: number;
  pattern: string;
  MOD: number;
}

export const notContainingStringCounting = defineEnvironment({
  id: "NotContainingStringCounting",
  title: "Strings that avoid a pattern",
  summary: "Count binary strings of length N that do not contain a given pattern, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8, MAX_M: 3 }, ({ MAX_N, MAX_M }) => ({
    MAX_N: 2 * MAX_N,
    MAX_M: grow(MAX_M),
  })),

  generate({ MAX_N, MAX_M }, random) {
    const N = random.integer(3, MAX_N);
    const length = random.integer(2, Math.min(N - 1, MAX_M));
    const pattern = biasedText(length, ["1", "0"], random.unit(), random);
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N, MAX_M, N, pattern, MOD, reference_answer: countStrings({ N, pattern, MOD }) };
  },

  prompt: ({ N, pattern, MOD }) =>
    `How many strings of length ${N} over the characters 0 and 1 do not contain ${pattern} as a contiguous substring? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countByCorrelation),
});

/**
 * The automaton of Knuth, Morris and Pratt: its states are how much of the pattern the string ends
 * with. Walks of N steps that never reach the whole pattern, by a power of the matrix of its steps.
 * O(m³ log N).
 */
function countStrings({ N, pattern, MOD }: Strings): number {
  const borders = prefixFunction(pattern);
  const follow = (state: number, character: string): number => {
    let length = state;
    while (length > 0 && pattern[length] !== character) length = borders[length - 1];
    return pattern[length] === character ? length + 1 : 0;
  };
  const steps = Array.from(pattern, (_, state) => {
    const row = new Array<number>(pattern.length).fill(0);
    for (const character of "01") {
      const next = follow(state, character);
      if (next < pattern.length) row[next] = (row[next] + 1) % MOD;
    }
    return row;
  });
  const start = steps.map((_, state) => Number(state === 0));
  const walks = multiplyByPower(start, steps, N, MOD);
  return walks.reduce((sum, value) => (sum + value) % MOD, 0);
}

/**
 * Guibas and Odlyzko (1981): with the correlation c(x) = Σ x^p over the periods p of the pattern (0
 * included), the strings that avoid it have the generating function c(x) / (x^m + (1 − 2x)·c(x)). Its
 * coefficient at N from the linear recurrence of the denominator, by a power of x modulo that
 * polynomial. O(m² log N).
 */
function countByCorrelation({ N, pattern, MOD }: Strings): number {
  const m = pattern.length;
  const correlation = Array.from({ length: m }, (_, p) =>
    pattern.slice(p) === pattern.slice(0, m - p) ? 1 : 0,
  );
  // Denominator 1 + d₁x + … + d_m x^m; the recurrence is a(n) = −d₁a(n − 1) − … − d_m a(n − m).
  const denominator = Array.from({ length: m + 1 }, (_, e) =>
    remainder((correlation[e] ?? 0) - 2 * (correlation[e - 1] ?? 0) + (e === m ? 1 : 0), MOD),
  );
  const first: number[] = [];
  for (let n = 0; n < m; n++) {
    let value = correlation[n];
    for (let back = 1; back <= n; back++) value -= denominator[back] * first[n - back];
    first.push(remainder(value, MOD));
  }
  const power = powerOfX(N, denominator, MOD);
  return power.reduce(
    (sum, value, index) => (sum + multiplyModulo(value, first[index], MOD)) % MOD,
    0,
  );
}

/** x^N modulo x^m + d₁x^(m − 1) + … + d_m: the characteristic polynomial of the recurrence. */
function powerOfX(N: number, denominator: readonly number[], modulus: number): number[] {
  const m = denominator.length - 1;
  const timesX = (poly: readonly number[]) => {
    const top = poly[m - 1];
    return poly.map((_, e) =>
      remainder((poly[e - 1] ?? 0) - multiplyModulo(top, denominator[m - e], modulus), modulus),
    );
  };
  let power = Array.from({ length: m }, (_, e) => (e === 0 ? 1 % modulus : 0));
  for (const bit of BigInt(N).toString(2)) {
    let square = new Array<number>(m).fill(0);
    for (let e = m - 1; e >= 0; e--) {
      square = timesX(square);
      for (let k = 0; k < m; k++) {
        square[k] = (square[k] + multiplyModulo(power[e], power[k], modulus)) % modulus;
      }
    }
    power = bit === "1" ? timesX(square) : square;
  }
  return power;
}
