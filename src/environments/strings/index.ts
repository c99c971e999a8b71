// Belongs here: strings of characters: substrings, palindromes, rotations, edits; not: lists of
// numbers (arrays).
export { binaryAlternation } from "./binary-alternation.ts";
export { choHamsters } from "./cho-hamsters.ts";
export { kthSemiBalancedBracketSequence } from "./kth-semi-balanced-bracket-sequence.ts";
export { kthSubsequence } from "./kth-subsequence.ts";
export { kur } from "./kur.ts";
export { longestDoublePalindrome } from "./longest-double-palindrome.ts";
export { longestRepeatedPalindrome } from "./longest-repeated-palindrome.ts";
export { maxMultSplit } from "./max-mult-split.ts";
export { maxWeightPalindromicSubstring } from "./max-weight-palindromic-substring.ts";
export { minNonsubstring } from "./min-nonsubstring.ts";
export { minimalCyclicShift } from "./minimal-cyclic-shift.ts";
export { pcpPermutation } from "./pcp-permutation.ts";
export { prefixuffix } from "./prefixuffix.ts";
export { saladBar } from "./salad-bar.ts";
export { secretCowCode } from "./secret-cow-code.ts";
export { shortestUnicolorSubstring } from "./shortest-unicolor-substring.ts";
export { stringPartitionShuffle } from "./string-partition-shuffle.ts";
export { stringReversalConstruction } from "./string-reversal-construction.ts";
export { virusSynthesis } from "./virus-synthesis.ts";
