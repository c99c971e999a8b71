// Belongs here: following given rules step by step to the final state; not: where the final state
// must be found without following every step (its subject's family).
export { abProgramSimulation } from "./ab-program-simulation.ts";
export { cowDanceShow } from "./cow-dance-show.ts";
export { josephus } from "./josephus.ts";
export { lampChanging } from "./lamp-changing.ts";
export { recursiveFunction } from "./recursive-function.ts";
