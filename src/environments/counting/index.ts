// Belongs here: how many things there are, exactly or modulo a number; not: chances
// (probability), computing with given numbers (arithmetic).
export { catalanNumberMod } from "./catalan-number-mod.ts";
export { gcdPrimeCounting } from "./gcd-prime-counting.ts";
export { numberPartitionCounting } from "./number-partition-counting.ts";
export { stirlingSecond } from "./stirling-second.ts";
export { threeVertexCycleCounting } from "./three-vertex-cycle-counting.ts";
