// Belongs here: choosing the best of many feasible selections, assignments or schedules; not:
// where a graph, a tree, a grid or one array is the matter (those families).
export { fractionalProgramming } from "./fractional-programming.ts";
export { knapsack } from "./knapsack.ts";
export { maximumPointSegmentMatching } from "./maximum-point-segment-matching.ts";
export { minPairSumMultiplicationPermutation } from "./min-pair-sum-multiplication-permutation.ts";
export { minimumDominatingInterval } from "./minimum-dominating-interval.ts";
export { minimumIntervalCoverage } from "./minimum-interval-coverage.ts";
export { palembangBridges } from "./palembang-bridges.ts";
export { pipelineArrangement } from "./pipeline-arrangement.ts";
export { protectingFlowers } from "./protecting-flowers.ts";
export { roundTableAssignment } from "./round-table-assignment.ts";
export { salesmanFatigue } from "./salesman-fatigue.ts";
export { setCover } from "./set-cover.ts";
export { setSplitting } from "./set-splitting.ts";
export { subsetSum } from "./subset-sum.ts";
export { taskArrangement } from "./task-arrangement.ts";
export { valueDiminishingSelection } from "./value-diminishing-selection.ts";
export { warehouseConstruction } from "./warehouse-construction.ts";
