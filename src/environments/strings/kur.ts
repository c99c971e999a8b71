import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { nearness } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const BETA = 10;

/** What defines the string C: C[i] is 0 where (A·i + B) mod N < P, else 1. */
interface Rule {
  readonly N: number;
  readonly A: number;
  readonly B: number;
  readonly P: number;
}

const Parameters = z.object({ MAX_N: z.int().min(8), MAX_M: z.int().min(2) });
const Instance = Parameters.extend({
  N: z.int().min(2),
  A: z.int().min(1),
  B: z.int().min(0),
  P: z.int().min(1),
  T: z.string().regex(/^[01]+$/),
  reference_answer: z.int().min(1),
}).refine(({ N, A, B, P }) => Math.max(A, B, P) < N && gcd(N, A) === 1, {
  error: "A, B and P must be below N, and A and N coprime",
});

export const kur = defineEnvironment({
  id: "KUR",
  title: "Pattern in a modular string",
  summary: "Count the occurrences of a pattern in a binary string that a rule modulo N defines.",
  reward: "(min/max)^10 of answer and right value; negative −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8, MAX_M: 8 }, ({ MAX_N, MAX_M }) => ({
    // Doubling ends where doubles stop being exact, so that every level has problems.
    MAX_N: Math.min(2 * MAX_N, Number.MAX_SAFE_INTEGER),
    MAX_M: grow(MAX_M),
  })),

  generate({ MAX_N, MAX_M }, random) {
    const rule = redrawUntil(() => {
      const N = random.integer(8, MAX_N);
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

  answer: integer,

  score(count, { reference_answer }) {
    if (count < 0) return malformed(`${formatFigure(count)} is negative`);
    return nearness(count, reference_answer, BETA);
  },

  solve: ({ T, N, A, B, P }) => String(countOccurrences(T, { N, A, B, P })),
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
