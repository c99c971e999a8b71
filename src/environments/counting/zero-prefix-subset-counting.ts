import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

const LETTERS = "ab";
/** Between these, the share of strings that are prefixes of others. */
const PREFIX_SHARES = [0.1, 0.9] as const;
/** N strings of up to N letters. */
const MAX_N = 300;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  array: z.array(textOver(LETTERS).min(1).max(MAX_N)),
  reference_answer: bigIntegerFrom(1n),
}).check(lengths("N", "array"), distinct("array"));

/** At level 0, with three strings, nearly half of the answers are 5: one of them is a prefix of another. */
export const zeroPrefixSubsetCounting = defineEnvironment({
  id: "ZeroPrefixSubsetCounting",
  title: "Subsets without prefixes",
  summary: "Count non-empty subsets of strings in which no string is a prefix of another.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const array = redrawUntil(() => {
      const strings = drawStrings(N, random);
      return new Set(strings).size === N ? random.shuffle(strings) : undefined;
    });
    return { N, array, reference_answer: countByTrie(array) };
  },

  prompt: ({ N, array }) =>
    `Here are ${N} distinct strings, one a line, numbered from 1:
${formatLines(array, (text, index) => `${index + 1}: ${text}`)}

How many non-empty subsets of these strings are there in which no string is a prefix of another string of the subset? A string p is a prefix of a string s if s begins with p.

Answer with the exact number of subsets as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, ({ array }: { array: readonly string[] }) =>
    countBySorting(array),
  ),
});

/** Base strings, and proper prefixes of some of them; strings may occur twice. */
function drawStrings(N: number, random: Random): string[] {
  const baseCount = N - Math.floor(N * random.real(...PREFIX_SHARES));
  const bases = new Set<string>();
  while (bases.size < baseCount) bases.add(uniformText(random.integer(2, N), LETTERS, random));
  const strings = [...bases];
  const prefixes = Array.from({ length: N - baseCount }, () => {
    const base = random.choice(strings);
    return base.slice(0, random.integer(1, base.length - 1));
  });
  return [...strings, ...prefixes];
}

interface Node {
  isString: boolean;
  readonly children: Map<string, Node>;
}

/**
 * In a trie, the subsets below a node are those of its children combined; a string by itself excludes
 * all of them. O(total length).
 */
function countByTrie(array: readonly string[]): bigint {
  const root: Node = { isString: false, children: new Map() };
  for (const text of array) {
    let node = root;
    for (const letter of text) {
      const child = node.children.get(letter) ?? { isString: false, children: new Map() };
      node.children.set(letter, child);
      node = child;
    }
    node.isString = true;
  }
  const count = ({ isString, children }: Node): bigint => {
    let subsets = 1n;
    for (const child of children.values()) subsets *= count(child);
    return isString ? subsets + 1n : subsets;
  };
  return count(root) - 1n;
}

/**
 * In sorted order, the strings that begin with a string follow it directly: from the last one on, the
 * subsets of what follows, with the string or without. O(N²).
 */
function countBySorting(array: readonly string[]): bigint {
  const sorted = [...array].sort();
  const subsets = new Array<bigint>(sorted.length + 1).fill(1n);
  for (let index = sorted.length - 1; index >= 0; index--) {
    let after = index + 1;
    while (after < sorted.length && sorted[after].startsWith(sorted[index])) after++;
    subsets[index] = subsets[index + 1] + subsets[after];
  }
  return subsets[0] - 1n;
}
