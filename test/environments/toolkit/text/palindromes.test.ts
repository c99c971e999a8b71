import fc from "fast-check";
import { expect, test } from "vitest";
import {
  buildPalindromicTree,
  countPalindromes,
  EMPTY_ROOT,
  halfLinks,
  isPalindrome,
  toPalindrome,
} from "../../../../src/environments/toolkit/text/palindromes.ts";

const texts = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 24 });

/** The longest suffix of at most `limit` letters that is a palindrome. */
function longestPalindromicSuffix(text: string, limit: number): string {
  for (let length = limit; length > 0; length--) {
    const suffix = text.slice(text.length - length);
    if (isPalindrome(suffix)) return suffix;
  }
  return "";
}

test("recognises palindromes", () => {
  expect(["", "a", "abba", "aba"].every(isPalindrome)).toBe(true);
  expect(["ab", "abca", "aab"].some(isPalindrome)).toBe(false);
});

test("holds each palindrome of the text once, with its number of occurrences", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const occurrences: Record<string, number> = {};
      for (let start = 0; start < text.length; start++) {
        for (let end = start + 1; end <= text.length; end++) {
          const part = text.slice(start, end);
          if (isPalindrome(part)) occurrences[part] = (occurrences[part] ?? 0) + 1;
        }
      }
      const tree = buildPalindromicTree(text);
      const counted = countPalindromes(tree).map((count, node) => [
        toPalindrome(tree, node),
        count,
      ]);
      expect(Object.fromEntries(counted.slice(EMPTY_ROOT + 1))).toEqual(occurrences);
      expect(counted.length - EMPTY_ROOT - 1).toBe(Object.keys(occurrences).length);
    }),
  );
});

test("links each palindrome with its longest suffixes, its inner part and earlier nodes", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = buildPalindromicTree(text);
      const half = halfLinks(tree);
      for (let node = EMPTY_ROOT + 1; node < tree.length.length; node++) {
        const palindrome = toPalindrome(tree, node);
        expect(toPalindrome(tree, tree.suffixLink[node])).toBe(
          longestPalindromicSuffix(palindrome, palindrome.length - 1),
        );
        expect(toPalindrome(tree, half[node])).toBe(
          longestPalindromicSuffix(palindrome, Math.floor(palindrome.length / 2)),
        );
        expect(toPalindrome(tree, tree.inner[node])).toBe(palindrome.slice(1, -1));
        expect(Math.max(tree.suffixLink[node], tree.inner[node], half[node])).toBeLessThan(node);
      }
      for (const [at, node] of tree.longestEndingAt.entries()) {
        const longest = longestPalindromicSuffix(text.slice(0, at + 1), at + 1);
        expect(toPalindrome(tree, node)).toBe(longest);
      }
    }),
  );
});
