// Belongs here: how many things there are, exactly or modulo a number; not:
// chances (probability), computing with given numbers (arithmetic).
import type { Environment } from "../environment.ts";
import { catalanNumberMod } from "./catalan-number-mod.ts";
import { numberPartitionCounting } from "./number-partition-counting.ts";

export const environments: readonly Environment[] = [catalanNumberMod, numberPartitionCounting];
