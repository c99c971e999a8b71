// Belongs here: following given rules step by step to the final state; not:
// where the final state must be found without following every step (its subject's family).
import type { Environment } from "../environment.ts";
import { abProgramSimulation } from "./ab-program-simulation.ts";
import { cowDanceShow } from "./cow-dance-show.ts";
import { josephus } from "./josephus.ts";
import { lampChanging } from "./lamp-changing.ts";
import { recursiveFunction } from "./recursive-function.ts";

export const environments: readonly Environment[] = [
  abProgramSimulation,
  cowDanceShow,
  josephus,
  lampChanging,
  recursiveFunction,
];
