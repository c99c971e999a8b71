import { othersTurn } from "../../event-loop.ts";
import { toThrownFailure } from "../work.ts";
import type { Job } from "./jobs.ts";
import { type Outcome, unpack } from "./messages.ts";

/** A job whose packed outcome has arrived. */
export interface Arrival {
  readonly job: Job;
  readonly packed: Uint8Array;
}

/** Unpacking this much takes about a millisecond; the event loop must not be held for long. */
const SLICE_BYTES = 2 ** 18;

/** Unpacks outcomes and settles their jobs, large amounts in slices between which others run. */
export async function settleInSlices(arrivals: readonly Arrival[]): Promise<void> {
  let sliceBytes = 0;
  for (const { job, packed } of arrivals) {
    if (sliceBytes >= SLICE_BYTES) {
      await othersTurn();
      sliceBytes = 0;
    }
    sliceBytes += packed.length;
    const outcome = unpack<Outcome>(packed);
    job.settle(
      "error" in outcome
        ? toThrownFailure(job.work, outcome)
        : { value: outcome.value, packedBytes: packed.length },
    );
  }
}
