// Belongs here: choosing the best of many feasible selections, assignments or schedules; not:
// where a graph, a tree, a grid or one array is the matter (those families).
export { differentColorPairing } from "./different-color-pairing.ts";
export { emperorWorries } from "./emperor-worries.ts";
export { fractionalProgramming } from "./fractional-programming.ts";
export { hurWarehouseStore } from "./hur-warehouse-store.ts";
export { knapsack } from "./knapsack.ts";
export { kosDicing } from "./kos-dicing.ts";
export { maxSegmentCoverageConstraint } from "./max-segment-coverage-constraint.ts";
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
