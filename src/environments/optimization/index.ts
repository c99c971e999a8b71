// Belongs here: choosing the best of many feasible selections, assignments or schedules; not:
// where a graph, a tree, a grid or one array is the matter (those families).
export { fractionalProgramming } from "./fractional-programming.ts";
export { knapsack } from "./knapsack.ts";
