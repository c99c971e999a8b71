// Belongs here: how many things there are, exactly or modulo a number; not: chances
// (probability), computing with given numbers (arithmetic).
export { addMultipleDivisibleCounting } from "./add-multiple-divisible-counting.ts";
export { almostCompleteGraphCycleCounting } from "./almost-complete-graph-cycle-counting.ts";
export { antiPalindromicSubstringCounting } from "./anti-palindromic-substring-counting.ts";
export { binaryLinearEquationSolutionCounting } from "./binary-linear-equation-solution-counting.ts";
export { boundedMeanSubarrayCounting } from "./bounded-mean-subarray-counting.ts";
export { boundedSubarrayCounting } from "./bounded-subarray-counting.ts";
export { cantorExpansion } from "./cantor-expansion.ts";
export { catalanNumberMod } from "./catalan-number-mod.ts";
export { circulatingDecimalCounting } from "./circulating-decimal-counting.ts";
export { derangementExtension } from "./derangement-extension.ts";
export { fixedModKSelectionCounting } from "./fixed-mod-k-selection-counting.ts";
export { gcdLcmCounting } from "./gcd-lcm-counting.ts";
export { gcdOneCounting } from "./gcd-one-counting.ts";
export { gcdPrimeCounting } from "./gcd-prime-counting.ts";
export { halvingChainCounting } from "./halving-chain-counting.ts";
export { heapCounting } from "./heap-counting.ts";
export { individualSumBoundedSequenceCounting } from "./individual-sum-bounded-sequence-counting.ts";
export { inversionPairKCounting } from "./inversion-pair-k-counting.ts";
export { noAdjacentGirlCounting } from "./no-adjacent-girl-counting.ts";
export { numberPartitionCounting } from "./number-partition-counting.ts";
export { sameAdjacencyCounting } from "./same-adjacency-counting.ts";
export { stirlingSecond } from "./stirling-second.ts";
export { threeVertexCycleCounting } from "./three-vertex-cycle-counting.ts";
