import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

const MIN_N = 8;
/** Bounds the O(M² log M) of counting all prefixes of a text of M characters. */
const LARGEST_MAX_M = 2_000;

/** What defines the string C: C[i] is 0 where (A·i + B) mod N < P, else 1. */
interface Rule {
  readonly N: number;
  readonly A: number;
  readonly B: number;
  readonly P: number;
}

const Parameters = z.object({ MAX_N: integerFrom(MIN_N), MAX_M: sizeFrom(2, LARGEST_MAX_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(MIN_N),
  A: integerFrom(1),
  B: integerFrom(0),
  P: integerFrom(1),
  T: textOver("01").min(1),
  reference_answer: integerFrom(1),
}).check(
  within("N", MIN_N, "MAX_N"),
  within("A", 1, ({ N }) => N - 1),
  within("B", 0, ({ N }) => N - 1),
  within("P", 1, ({ N }) => N - 1),
  holds("A", ({ N, A }) => gcd(N, A) === 1, "must have no common factor with N"),
  holds(
    "T",
    ({ N, MAX_M, T }) => T.length <= Math.min(N, MAX_M),
    "must not be longer than N or MAX_M",
  ),
);

export const kur = defineEnvironment({
  id: "KUR",
  title: "Pattern in a modular string",
  summary: "Count the occurrences of a pattern in a binary string that a rule modulo N defines.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8, MAX_M: 8 }, ({ MAX_N, MAX_M }) => ({
    // Doubling ends where doubles stop being exact, so that every level has problems.
    MAX_N: Math.min(2 * MAX_N, Number.MAX_SAFE_INTEGER),
    MAX_M: grow(MAX_M),
  })),

  generate({ MAX_N, MAX_M }, random) {
    const rule = redrawUntil(() => {
      const N = random.integer(MIN_N, MAX_N);
      const [A, B, P] = [
        random.integer(2, N - 1),
        random.integer(0, N - 1),
        random.integer(1, N - 1),
      ];
      return gcd(N, A) === 1 ? { N, A, B, P } : undefined;
    });
    const start = random.integer(0, rule.N - 2);
    const longest = readString(rule, start, Math.min(MAX_M, rule.N - start));
    const patterns = new Map<number, string[]>();
    for (let length = 1; length <= longest.length; length++) {
      const pattern = longest.slice(0, length);
      const count = countOccurrences(pattern, rule);
      patterns.set(count, [...(patterns.get(count) ?? []), pattern]);
    }
    const [reference_answer, equallyFrequent] = random.choice([...patterns]);
    return { MAX_N, MAX_M, ...rule, T: random.choice(equallyFrequent), reference_answer };
  },

  prompt: ({ N, A, B, P, T }) =>
    `A binary string C of ${N} characters C[0], C[1], …, C[${N - 1}] is defined by a rule:
C[i] = 0 if (${A} · i + ${B}) mod ${N} < ${P}
C[i] = 1 otherwise
The numbers ${A} and ${N} are coprime.

How often does the pattern ${T} occur in C? Count the positions at which it begins as a contiguous substring of C. Occurrences may overlap, but may not run past the end of C.

Answer with the number of occurrences, as one integer.`,

  ...nearInteger({ beta: 10, least: 0 }, ({ T, ...rule }: Rule & { readonly T: string }) =>
    countOccurrences(T, rule),
  ),
});

/** (a + b) mod modulus for 0 ≤ a, b < modulus, without leaving the safe integers. */
function addModulo(a: number, b: number, modulus: number): number {
  const room = modulus - b;
  return a >= room ? a - room : a + b;
}

/** The characters C[start], C[start + 1], …, `length` of them. */
function readString({ N, A, B, P }: Rule, start: number, length: number): string {
  let text = "";
  let value = addModulo(multiplyModulo(A, start, N), B, N);
  for (let index = 0; index < length; index++) {
    text += value < P ? "0" : "1";
    value = addModulo(value, A, N);
  }
  return text;
}

/**
 * How often the pattern occurs, in O(M log M) for its M characters, whatever N is. As A is
 * invertible, positions i and values (A·i + B) mod N correspond one to one; each character rules
 * out a cyclic range of values, and the end of C the values of the last M − 1 positions.
 */
function countOccurrences(pattern: string, { N, A, B, P }: Rule): number {
  const excluded: [number, number][] = [];
  const exclude = (from: number, size: number) => {
    if (from > N - size) excluded.push([from, N], [0, from - (N - size)]);
    else excluded.push([from, from + size]);
  };

  let backwards = 0; // −A·k mod N, where k is the character's index in the pattern
  let lastValue = addModulo(B, N - A, N); // the value of position N − 1 − k
  for (const [index, character] of [...pattern].entries()) {
    if (character === "0") exclude(addModulo(backwards, P, N), N - P);
    else exclude(backwards, P);
    if (index < pattern.length - 1) exclude(lastValue, 1);
    backwards = addModulo(backwards, N - A, N);
    lastValue = addModulo(lastValue, N - A, N);
  }

  excluded.sort(([a], [b]) => a - b);
  let count = 0;
  let covered = 0;
  for (const [from, to] of excluded) {
    if (from > covered) count += from - covered;
    covered = Math.max(covered, to);
  }
  return count + N - covered;
}
