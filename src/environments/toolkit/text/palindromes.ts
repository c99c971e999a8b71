/** Whether a text reads the same backwards. */
export function isPalindrome(text: string): boolean {
  for (let left = 0, right = text.length - 1; left < right; left++, right--) {
    if (text[left] !== text[right]) return false;
  }
  return true;
}

/** The two nodes of a palindromic tree that are no palindromes of the text. */
const IMAGINARY_ROOT = 0;
export const EMPTY_ROOT = 1;

/**
 * The palindromic tree (eertree) of a text: a node for each different palindrome in it, after the
 * roots, the imaginary palindrome of length −1 and the empty one. A node's `inner` and `suffixLink`
 * have smaller numbers than the node, so that one pass up or down the numbers settles sums and
 * recursions over them.
 */
export interface PalindromicTree {
  readonly text: string;
  /** The length of each node's palindrome. */
  readonly length: readonly number[];
  /** The longest proper palindromic suffix of each node's palindrome. */
  readonly suffixLink: readonly number[];
  /** Each node's palindrome without its first and last letter. */
  readonly inner: readonly number[];
  /** Where the first occurrence of each node's palindrome ends, exclusively. */
  readonly end: readonly number[];
  /** The longest palindrome that ends with each letter of the text. */
  readonly longestEndingAt: readonly number[];
  /** The palindrome of a node with a letter put on both sides; undefined if not in the text. */
  extend(node: number, letter: string): number | undefined;
}

/** Builds the palindromic tree of a text in O(n): Rubinchik and Shur, "EERTREE" (2015). */
export function buildPalindromicTree(text: string): PalindromicTree {
  const length = [-1, 0];
  const suffixLink = [IMAGINARY_ROOT, IMAGINARY_ROOT];
  const inner = [IMAGINARY_ROOT, IMAGINARY_ROOT];
  const end = [0, 0];
  const longestEndingAt: number[] = [];
  const extensions: Map<string, number>[] = [new Map(), new Map()];
  const extend = (node: number, letter: string) => extensions[node].get(letter);

  /** The first palindromic suffix, going down from `node`, that `text[at]` extends. */
  function extensible(node: number, at: number): number {
    let suffix = node;
    while (text[at - length[suffix] - 1] !== text[at]) suffix = suffixLink[suffix];
    return suffix;
  }

  let longest = EMPTY_ROOT;
  for (let at = 0; at < text.length; at++) {
    const core = extensible(longest, at);
    const known = extend(core, text[at]);
    if (known === undefined) {
      const shorter = extend(extensible(suffixLink[core], at), text[at]);
      longest = length.length;
      length.push(length[core] + 2);
      suffixLink.push(shorter ?? EMPTY_ROOT);
      inner.push(core);
      end.push(at + 1);
      extensions.push(new Map());
      extensions[core].set(text[at], longest);
    } else {
      longest = known;
    }
    longestEndingAt.push(longest);
  }
  return { text, length, suffixLink, inner, end, longestEndingAt, extend };
}

/** The palindrome that a node stands for. */
export function toPalindrome({ text, length, end }: PalindromicTree, node: number): string {
  return text.slice(end[node] - Math.max(length[node], 0), end[node]);
}

/** How often each node's palindrome occurs in the text; 0 for the roots. O(n). */
export function countPalindromes(tree: PalindromicTree): number[] {
  const { length, suffixLink, longestEndingAt } = tree;
  const count = new Array<number>(length.length).fill(0);
  for (const node of longestEndingAt) count[node]++;
  for (let node = length.length - 1; node > EMPTY_ROOT; node--) {
    count[suffixLink[node]] += count[node];
  }
  count.fill(0, IMAGINARY_ROOT, EMPTY_ROOT + 1);
  return count;
}

/** For each node, its longest palindromic suffix of at most half its length: a few steps a node. */
export function halfLinks(tree: PalindromicTree): number[] {
  const { text, length, suffixLink, inner, end } = tree;
  const half = [EMPTY_ROOT, EMPTY_ROOT];
  for (let node = EMPTY_ROOT + 1; node < length.length; node++) {
    if (length[node] <= 2) {
      half.push(suffixLink[node]);
      continue;
    }
    // Without its two ends, the suffix sought is a suffix of the inner palindrome's.
    const last = end[node] - 1;
    let core = half[inner[node]];
    while (2 * (length[core] + 2) > length[node] || text[last - length[core] - 1] !== text[last]) {
      core = suffixLink[core];
    }
    half.push(tree.extend(core, text[last]) ?? EMPTY_ROOT);
  }
  return half;
}
