// Belongs here: strings of characters: substrings, palindromes, rotations, edits; not:
// lists of numbers (arrays).
import type { Environment } from "../environment.ts";
import { binaryAlternation } from "./binary-alternation.ts";
import { choHamsters } from "./cho-hamsters.ts";
import { kthSemiBalancedBracketSequence } from "./kth-semi-balanced-bracket-sequence.ts";
import { kthSubsequence } from "./kth-subsequence.ts";
import { kur } from "./kur.ts";
import { longestDoublePalindrome } from "./longest-double-palindrome.ts";
import { longestRepeatedPalindrome } from "./longest-repeated-palindrome.ts";
import { maxMultSplit } from "./max-mult-split.ts";
import { maxWeightPalindromicSubstring } from "./max-weight-palindromic-substring.ts";
import { minNonsubstring } from "./min-nonsubstring.ts";
import { minimalCyclicShift } from "./minimal-cyclic-shift.ts";
import { pcpPermutation } from "./pcp-permutation.ts";
import { prefixuffix } from "./prefixuffix.ts";
import { saladBar } from "./salad-bar.ts";
import { secretCowCode } from "./secret-cow-code.ts";
import { shortestUnicolorSubstring } from "./shortest-unicolor-substring.ts";
import { stringPartitionShuffle } from "./string-partition-shuffle.ts";
import { stringReversalConstruction } from "./string-reversal-construction.ts";
import { virusSynthesis } from "./virus-synthesis.ts";

export const environments: readonly Environment[] = [
  binaryAlternation,
  choHamsters,
  kthSemiBalancedBracketSequence,
  kthSubsequence,
  kur,
  longestDoublePalindrome,
  longestRepeatedPalindrome,
  maxMultSplit,
  maxWeightPalindromicSubstring,
  minNonsubstring,
  minimalCyclicShift,
  pcpPermutation,
  prefixuffix,
  saladBar,
  secretCowCode,
  shortestUnicolorSubstring,
  stringPartitionShuffle,
  stringReversalConstruction,
  virusSynthesis,
];
