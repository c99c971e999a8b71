// Belongs here: how many things there are, exactly or modulo a number; not: chances
// (probability), computing with given numbers (arithmetic).
export { addMultipleDivisibleCounting } from "./add-multiple-divisible-counting.ts";
export { catalanNumberMod } from "./catalan-number-mod.ts";
export { derangementExtension } from "./derangement-extension.ts";
export { gcdLcmCounting } from "./gcd-lcm-counting.ts";
export { gcdOneCounting } from "./gcd-one-counting.ts";
export { gcdPrimeCounting } from "./gcd-prime-counting.ts";
export { halvingChainCounting } from "./halving-chain-counting.ts";
export { inversionPairKCounting } from "./inversion-pair-k-counting.ts";
export { noAdjacentGirlCounting } from "./no-adjacent-girl-counting.ts";
export { numberPartitionCounting } from "./number-partition-counting.ts";
export { sameAdjacencyCounting } from "./same-adjacency-counting.ts";
export { stirlingSecond } from "./stirling-second.ts";
export { threeVertexCycleCounting } from "./three-vertex-cycle-counting.ts";
