// Belongs here: following given rules step by step to the final state; not:
// where the final state must be found without following every step (its subject's family).
import type { Environment } from "../environment.ts";
import { abProgramSimulation } from "./ab-program-simulation.ts";

export const environments: readonly Environment[] = [abProgramSimulation];
