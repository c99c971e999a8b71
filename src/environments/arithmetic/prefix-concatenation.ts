import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { multiplyByPower } from "../toolkit/numbers/matrices.ts";
import { bigPowerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatSeries } from "../toolkit/text/series.ts";

const LARGEST_N = 2 ** 50;
const LARGEST_M = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  M: integerFrom(1, LARGEST_M),
  reference_answer: integerFrom(0),
});

export const prefixConcatenation = defineEnvironment({
  id: "PrefixConcatenation",
  title: "Concatenated integers modulo M",
  summary: "Compute the number formed by writing 1, 2, …, N one after another, modulo M.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 64 }, ({ MAX_N }) => ({ MAX_N: 2 * MAX_N })),

  generate({ MAX_N }, random) {
    const N = random.integer(2, MAX_N);
    const M = random.integer(3, LARGEST_M);
    return { MAX_N, N, M, reference_answer: concatenateByMatrices(N, M) };
  },

  prompt: ({ N, M }) =>
    `The integers ${formatSeries(N, (index) => String(index + 1))} are written one after the other in decimal digits, without anything between them; their digits are read as one long decimal number. (The integers from 1 to 12 would give 123456789101112.)

What is the remainder of this number when divided by ${M}?

Answer with the remainder as one integer from 0 to ${M - 1}, like this: r`,

  ...exactInteger(({ N, M }: { N: number; M: number }) => concatenateBySeries(N, M)),
});

/** The integers up to N in runs of equally many digits. */
function* runsOfDigits(N: number): Generator<{ digits: number; first: number; last: number }> {
  for (let digits = 1, first = 1; first <= N; digits++, first *= 10) {
    yield { digits, first, last: Math.min(N, 10 * first - 1) };
  }
}

/**
 * Appending n turns (value, n, 1) into (value · 10^digits + n, n + 1, 1): powers of a 3 × 3 matrix,
 * O(log² N).
 */
function concatenateByMatrices(N: number, M: number): number {
  let value = 0;
  for (const { digits, first, last } of runsOfDigits(N)) {
    const append = [
      [10 ** digits % M, 0, 0],
      [1 % M, 1 % M, 0],
      [0, 1 % M, 1 % M],
    ];
    [value] = multiplyByPower([value, first % M, 1 % M], append, last - first + 1, M);
  }
  return value;
}

/**
 * A run is Σ (last − j) · q^j over j < count, with q = 10^digits; multiplied by (q − 1)² it is
 * last · (q^count − 1) · (q − 1) − q · (1 − count · q^(count − 1) + (count − 1) · q^count). This is
 * computed modulo M · (q − 1)² and divided exactly.
 */
function concatenateBySeries(N: number, M: number): number {
  const modulus = BigInt(M);
  let value = 0n;
  for (const { digits, first, last } of runsOfDigits(N)) {
    const q = 10n ** BigInt(digits);
    const count = BigInt(last - first + 1);
    const scale = (q - 1n) ** 2n;
    const before = bigPowerModulo(q, count - 1n, modulus * scale);
    const power = q * before;
    const scaled =
      BigInt(last) * (power - 1n) * (q - 1n) - q * (1n - count * before + (count - 1n) * power);
    value = (value * power + remainder(scaled, modulus * scale) / scale) % modulus;
  }
  return Number(value);
}
