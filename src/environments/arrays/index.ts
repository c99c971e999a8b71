// Belongs here: one or two sequences of numbers that are read, cut, chosen from or changed in place; not:
// putting things in order (sorting), strings of characters (strings).
import type { Environment } from "../environment.ts";
import { bajBytecomputer } from "./baj-bytecomputer.ts";
import { bucketSorting } from "./bucket-sorting.ts";
import { cleaningUp } from "./cleaning-up.ts";
import { cornfield } from "./cornfield.ts";
import { faceRightWay } from "./face-right-way.ts";
import { inversionPair } from "./inversion-pair.ts";
import { kloBlocks } from "./klo-blocks.ts";
import { lisLdsConcatenation } from "./lis-lds-concatenation.ts";
import { lizLollipop } from "./liz-lollipop.ts";
import { longestMatchingSubsequence } from "./longest-matching-subsequence.ts";
import { longestMaxDiffBoundedInterval } from "./longest-max-diff-bounded-interval.ts";
import { makingGrade } from "./making-grade.ts";
import { maxDifferentGroupPairDivision } from "./max-different-group-pair-division.ts";
import { maxMinimumAfterIntervalAddition } from "./max-minimum-after-interval-addition.ts";
import { maxNonAdjacentKElementSum } from "./max-non-adjacent-k-element-sum.ts";
import { maximumLexicographicalOrderSubsequence } from "./maximum-lexicographical-order-subsequence.ts";
import { maximumSubsequenceNum } from "./maximum-subsequence-num.ts";
import { minCostReducingLnds } from "./min-cost-reducing-lnds.ts";
import { minSwapTwoPermutations } from "./min-swap-two-permutations.ts";
import { minimumMaxAbsSlicer } from "./minimum-max-abs-slicer.ts";
import { minimumMaxSlicer } from "./minimum-max-slicer.ts";
import { monotonicStack } from "./monotonic-stack.ts";
import { quadraticFunctionSegmentation } from "./quadratic-function-segmentation.ts";
import { rangeFourSequenceConstruction } from "./range-four-sequence-construction.ts";
import { repeatSequenceLnds } from "./repeat-sequence-lnds.ts";
import { slidingWindow } from "./sliding-window.ts";
import { stuWell } from "./stu-well.ts";
import { stuntFlying } from "./stunt-flying.ts";
import { subsequenceReversalLnds } from "./subsequence-reversal-lnds.ts";
import { tetrisAttack } from "./tetris-attack.ts";
import { weightedLis } from "./weighted-lis.ts";
import { wil } from "./wil.ts";
import { wyrLevelingGround } from "./wyr-leveling-ground.ts";

export const environments: readonly Environment[] = [
  bajBytecomputer,
  bucketSorting,
  cleaningUp,
  cornfield,
  faceRightWay,
  inversionPair,
  kloBlocks,
  lisLdsConcatenation,
  lizLollipop,
  longestMatchingSubsequence,
  longestMaxDiffBoundedInterval,
  makingGrade,
  maxDifferentGroupPairDivision,
  maximumLexicographicalOrderSubsequence,
  maximumSubsequenceNum,
  maxMinimumAfterIntervalAddition,
  maxNonAdjacentKElementSum,
  minCostReducingLnds,
  minimumMaxAbsSlicer,
  minimumMaxSlicer,
  minSwapTwoPermutations,
  monotonicStack,
  quadraticFunctionSegmentation,
  rangeFourSequenceConstruction,
  repeatSequenceLnds,
  slidingWindow,
  stuntFlying,
  stuWell,
  subsequenceReversalLnds,
  tetrisAttack,
  weightedLis,
  wil,
  wyrLevelingGround,
];
