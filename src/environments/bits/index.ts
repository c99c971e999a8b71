// Belongs here: problems whose values are bits: Boolean formulas, bitwise operations, xor; not:
// strings of 0 and 1 read as text (strings).
export { circuit } from "./circuit.ts";
export { deltaMinPopcount } from "./delta-min-popcount.ts";
export { energyStorageMeter } from "./energy-storage-meter.ts";
export { maxXorPath } from "./max-xor-path.ts";
export { maxXorSet } from "./max-xor-set.ts";
export { minDivisionSumXor } from "./min-division-sum-xor.ts";
export { minSumPreXor } from "./min-sum-pre-xor.ts";
export { minXorPair } from "./min-xor-pair.ts";
export { sat } from "./sat.ts";
export { subarraySumXor } from "./subarray-sum-xor.ts";
export { subarrayXorSum } from "./subarray-xor-sum.ts";
