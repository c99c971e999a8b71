import { isFailure } from "../problems/failure.ts";
import type { Verified } from "../problems/problems.ts";

/** A result as a client may see it: its reason tells gold figures only where answers are given out. */
export function toTold(result: Verified, exposeAnswers: boolean): Verified {
  if (exposeAnswers || isFailure(result) || result.reason === result.goldFreeReason) return result;
  return { ...result, reason: result.goldFreeReason };
}
