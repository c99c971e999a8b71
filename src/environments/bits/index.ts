// Belongs here: problems whose values are bits: Boolean formulas, bitwise operations, xor; not:
// strings of 0 and 1 read as text (strings).
import type { Environment } from "../environment.ts";
import { circuit } from "./circuit.ts";
import { deltaMinPopcount } from "./delta-min-popcount.ts";
import { energyStorageMeter } from "./energy-storage-meter.ts";
import { maxXorPath } from "./max-xor-path.ts";
import { maxXorSet } from "./max-xor-set.ts";
import { minDivisionSumXor } from "./min-division-sum-xor.ts";
import { minSumPreXor } from "./min-sum-pre-xor.ts";
import { minXorPair } from "./min-xor-pair.ts";
import { sat } from "./sat.ts";
import { subarraySumXor } from "./subarray-sum-xor.ts";
import { subarrayXorSum } from "./subarray-xor-sum.ts";

export const environments: readonly Environment[] = [
  circuit,
  deltaMinPopcount,
  energyStorageMeter,
  maxXorPath,
  maxXorSet,
  minDivisionSumXor,
  minSumPreXor,
  minXorPair,
  sat,
  subarraySumXor,
  subarrayXorSum,
];
