// Belongs here: putting things in order, or problems about the order of things (permutations,
// swaps, inversions); not: arrays whose order is given and only read (arrays).
export { campfireParty } from "./campfire-party.ts";
export { distinctArrayPermutation } from "./distinct-array-permutation.ts";
export { doubleStackSorting } from "./double-stack-sorting.ts";
export { kingSorting } from "./king-sorting.ts";
export { maxPermutation } from "./max-permutation.ts";
export { maxSumLds } from "./max-sum-lds.ts";
export { maxTreeConstrainedPermutationWeight } from "./max-tree-constrained-permutation-weight.ts";
export { prefixProductModDistinctPermutation } from "./prefix-product-mod-distinct-permutation.ts";
export { prefixSumModDistinctPermutation } from "./prefix-sum-mod-distinct-permutation.ts";
export { singleStackSorting } from "./single-stack-sorting.ts";
export { sloElephants } from "./slo-elephants.ts";
export { sorting } from "./sorting.ts";
export { topologicalSort } from "./topological-sort.ts";
export { topologicalSortMinimalLexicographicalOrder } from "./topological-sort-minimal-lexicographical-order.ts";
