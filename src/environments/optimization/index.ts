// Belongs here: choosing the best of many feasible selections, assignments or schedules; not:
// where a graph, a tree, a grid or one array is the matter (those families).
import type { Environment } from "../environment.ts";
import { fractionalProgramming } from "./fractional-programming.ts";
import { knapsack } from "./knapsack.ts";

export const environments: readonly Environment[] = [fractionalProgramming, knapsack];
