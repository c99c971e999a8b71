import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";

const MOD = 10_000;
/** Gold takes the square of the length. */
const LARGEST_LENGTH = 2_000;

/** Numbers in binary, from the most significant digit 1 on. */
const binary = textOver("01").min(1).max(LARGEST_LENGTH).startsWith("1", "must begin with 1");

// With max_length 1 or 2 there is never more than one path.
const Parameters = z.object({ max_length: sizeFrom(3, LARGEST_LENGTH) });
const Instance = instanceOf(Parameters, {
  S: binary,
  T: binary,
  reference_answer: integerFrom(0, MOD - 1),
}).check(holds("T", ({ S, T }) => isAtMost(S, T), "must not be less than S"));

/** At level 0 there is one problem, with the answer 2; at level 1 there are ten. */
export const bitAndZeroPathCounting = defineEnvironment({
  id: "BitAndZero_PathCounting",
  title: "Paths through disjoint bit sets",
  summary:
    "Count paths from S to T through increasing integers whose neighbours have bitwise AND zero, mod 10000.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ max_length: 3 }),

  generate({ max_length }, random) {
    return redrawUntil(() => {
      const [a, b] = [randomBinary(max_length, random), randomBinary(max_length, random)];
      const [S, T] = isAtMost(a, b) ? [a, b] : [b, a];
      const reference_answer = countPaths({ S, T });
      return reference_answer > 1 ? { max_length, S, T, reference_answer } : undefined;
    });
  },

  prompt: ({ S, T }) =>
    `A directed graph has all integers from 0 on as its vertices. An edge leads from s to t exactly if s < t and s AND t = 0, where AND is the bitwise operation.

S and T are two vertices, written in binary:
S = ${S}
T = ${T}

How many different paths lead from S to T along the edges? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1} in decimal digits, like this: r`,

  ...exactRemainder(MOD, countPaths),
});

function randomBinary(maxLength: number, random: Random): string {
  return `1${uniformText(random.integer(1, maxLength) - 1, "01", random)}`;
}

/** Binary texts without leading zeros compare by length, then by digits. */
function isAtMost(a: string, b: string): boolean {
  return a.length < b.length || (a.length === b.length && a <= b);
}

interface Ends {
  S: string;
  T: string;
}

/**
 * Along a path the leading digit rises, and no two neighbours have a 1 at the same place. Digit
 * places from the most significant on: ways[x], where the last x + 1 vertices of the path have had
 * their leading digits. At the next place they have 0 or 1 freely but for the neighbours and for T,
 * the last one; the vertices before have 0, or the one before them its leading digit now. O(L²).
 */
function countPaths({ S, T }: Ends): number {
  const L = T.length;
  const start = S.padStart(L, "0");
  const lead = L - S.length;
  const strings = stringsWithoutNeighbouringOnes(L);
  let ways = [1];
  for (let place = 1; place < L; place++) {
    const next = new Array<number>(ways.length + 1).fill(0);
    const last = Number(T[place]);
    for (const [x, count] of ways.entries()) {
      const add = (vertices: number, factor: number) => {
        next[vertices] = (next[vertices] + count * factor) % MOD;
      };
      if (place <= lead) add(x + 1, strings(1, x + 1, last));
      if (place < lead) add(x, strings(0, x, last) + strings(1, x, last));
      if (place > lead) add(x, strings(Number(start[place]), x, last));
    }
    ways = next;
  }
  return ways.reduce((total, count) => (total + count) % MOD, 0);
}

/**
 * How many 0/1 strings of length k + 1 begin with a, end with b and have no two neighbouring 1s: of
 * length n there are Fibonacci's F(n + 2) with any ends, F(n) that keep 0 beside both.
 */
function stringsWithoutNeighbouringOnes(length: number) {
  const fibonacci = [0, 1];
  for (let n = 2; n <= length + 1; n++) fibonacci.push((fibonacci[n - 1] + fibonacci[n - 2]) % MOD);
  return (a: number, k: number, b: number): number => {
    if (k === 0) return a === b ? 1 : 0;
    if (k === 1) return a + b < 2 ? 1 : 0;
    return fibonacci[k + 1 - a - b];
  };
}
