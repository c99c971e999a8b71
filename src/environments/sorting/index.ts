// Belongs here: putting things in order, or problems about the order of things (permutations,
// swaps, inversions); not: arrays whose order is given and only read (arrays).
import type { Environment } from "../environment.ts";
import { campfireParty } from "./campfire-party.ts";
import { distinctArrayPermutation } from "./distinct-array-permutation.ts";
import { doubleStackSorting } from "./double-stack-sorting.ts";
import { kingSorting } from "./king-sorting.ts";
import { maxPermutation } from "./max-permutation.ts";
import { maxSumLds } from "./max-sum-lds.ts";
import { maxTreeConstrainedPermutationWeight } from "./max-tree-constrained-permutation-weight.ts";
import { prefixProductModDistinctPermutation } from "./prefix-product-mod-distinct-permutation.ts";
import { prefixSumModDistinctPermutation } from "./prefix-sum-mod-distinct-permutation.ts";
import { singleStackSorting } from "./single-stack-sorting.ts";
import { sloElephants } from "./slo-elephants.ts";
import { sorting } from "./sorting.ts";
import { topologicalSort } from "./topological-sort.ts";
import { topologicalSortMinimalLexicographicalOrder } from "./topological-sort-minimal-lexicographical-order.ts";

export const environments: readonly Environment[] = [
  campfireParty,
  distinctArrayPermutation,
  doubleStackSorting,
  kingSorting,
  maxPermutation,
  maxSumLds,
  maxTreeConstrainedPermutationWeight,
  prefixProductModDistinctPermutation,
  prefixSumModDistinctPermutation,
  singleStackSorting,
  sloElephants,
  sorting,
  topologicalSort,
  topologicalSortMinimalLexicographicalOrder,
];
