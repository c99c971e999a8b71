import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { buildPalindromicTree } from "../toolkit/text/palindromes.ts";

/** Up to N² additions of counts of N bits. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver("01"),
  reference_answer: bigIntegerFrom(1n),
}).check(lengths("N", "S"));

export const palindromePartitionCounting = defineEnvironment({
  id: "PalindromePartitionCounting",
  title: "Cuts into palindromes",
  summary: "Count the ways to cut a binary string into non-empty palindromic pieces.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const S = biasedText(N, ["1", "0"], random.integer(1, 9) / 10, random);
    return { N, S, reference_answer: countCuts(S) };
  },

  prompt: ({ N, S }) =>
    `Here is a string of ${N} characters 0 and 1:
${S}

In how many ways can it be cut into one or more non-empty consecutive pieces that are all palindromes (each reads the same backwards)? Two ways are different if they cut at different places.

Answer with the exact number of ways as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ S }: { S: string }) => countByCenters(S)),
});

/** Over the prefixes: the palindromes that end with each letter, by the palindromic tree. O(N²). */
function countCuts(S: string): bigint {
  const { length, suffixLink, longestEndingAt } = buildPalindromicTree(S);
  const cuts = [1n];
  for (let end = 1; end <= S.length; end++) {
    let ways = 0n;
    for (let node = longestEndingAt[end - 1]; length[node] > 0; node = suffixLink[node]) {
      ways += cuts[end - length[node]];
    }
    cuts.push(ways);
  }
  return cuts[S.length];
}

/** Over the suffixes, the palindromes found by growing them around each center. O(N²). */
function countByCenters(S: string): bigint {
  const endsFrom: number[][] = Array.from(S, () => []);
  for (let center = 0; center < 2 * S.length - 1; center++) {
    let [left, right] = [Math.floor(center / 2), Math.ceil(center / 2)];
    for (; left >= 0 && right < S.length && S[left] === S[right]; left--, right++) {
      endsFrom[left].push(right + 1);
    }
  }
  const cuts = new Array<bigint>(S.length + 1).fill(0n);
  cuts[S.length] = 1n;
  for (let start = S.length - 1; start >= 0; start--) {
    for (const end of endsFrom[start]) cuts[start] += cuts[end];
  }
  return cuts[0];
}
