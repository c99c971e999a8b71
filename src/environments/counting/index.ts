// Belongs here: how many things there are, exactly or modulo a number; not: chances
// (probability), computing with given numbers (arithmetic).
export { catalanNumberMod } from "./catalan-number-mod.ts";
export { numberPartitionCounting } from "./number-partition-counting.ts";
