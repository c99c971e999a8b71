import { type Outcome, unpack } from "./messages.ts";
import { type Task, toThrownFailure } from "./tasks.ts";

/** A task whose packed outcome has arrived. */
export interface Arrival {
  readonly task: Task;
  readonly packed: Uint8Array;
}

/** Unpacking this much takes about a millisecond; the event loop must not be held for long. */
const SLICE_BYTES = 2 ** 18;

/** Unpacks outcomes and settles their tasks, large amounts in slices between which others run. */
export function settleInSlices(arrivals: readonly Arrival[]): void {
  let sliceBytes = 0;
  for (const [index, { task, packed }] of arrivals.entries()) {
    if (sliceBytes >= SLICE_BYTES) {
      setImmediate(settleInSlices, arrivals.slice(index));
      return;
    }
    sliceBytes += packed.length;
    const outcome = unpack<Outcome>(packed);
    task.settle(
      "error" in outcome
        ? toThrownFailure(task.request, outcome.error)
        : { value: outcome.value, packedBytes: packed.length },
    );
  }
}
