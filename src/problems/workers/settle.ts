import { othersTurn } from "../../event-loop.ts";
import { toThrownFailure } from "../work.ts";
import type { Job } from "./jobs.ts";
import { type Outcome, unpack } from "./messages.ts";

/** A job whose packed outcome has arrived. */
export interface Arrival {
  readonly job: Job;
  readonly packed: Uint8Array;
  readonly milliseconds: number;
}

/** Unpacking this much takes about a millisecond; the event loop must not be held for long. */
const SLICE_BYTES = 2 ** 18;

/** Unpacks outcomes and settles their jobs, large amounts in slices between which others run. */
export async function settleInSlices(arrivals: readonly Arrival[]): Promise<void> {
  let sliceBytes = 0;
  for (const { job, packed, milliseconds } of arrivals) {
    if (sliceBytes >= SLICE_BYTES) {
      await othersTurn();
      sliceBytes = 0;
    }
    sliceBytes += packed.length;
    const outcome = unpack<Outcome>(packed);
    if ("error" in outcome) {
      const fate = outcome.isRefusal ? "refused" : "threw";
      job.settle(toThrownFailure(job.work, outcome), fate, milliseconds);
    } else {
      const result = { value: outcome.value, packedBytes: packed.length };
      job.settle(result, "done", milliseconds);
    }
  }
}
