import { bounded, isInterruption } from "../problems/bounded.ts";

/** How long work goes on between two looks at the rest of the world. */
const SLICE_MS = 50;

/** Work for each of some items, which are known by their index. */
export interface BoundedWork<Result> {
  readonly count: number;
  map(index: number): Result;
  /** How many seconds the work for one item may take; 0 for any. */
  readonly timeout: number;
  /** What takes the place of the result of an item whose work took longer. */
  onTimeout(index: number): Result;
}

/**
 * Does work item by item, and yields the results of each slice of time. What takes too long is
 * interrupted, also in an endless loop. The watch costs a tenth of a millisecond, far more than most
 * work, so it is set once a slice: an item has its time, and up to a slice more.
 */
export function* mapBounded<Result>({
  count,
  map,
  timeout,
  onTimeout,
}: BoundedWork<Result>): Generator<Result[], void, undefined> {
  for (let done = 0; done < count; ) {
    const results: Result[] = [];
    const work = () => {
      const end = performance.now() + SLICE_MS;
      while (done + results.length < count && performance.now() < end) {
        results.push(map(done + results.length));
      }
    };
    try {
      if (timeout === 0) work();
      else bounded(Math.ceil(timeout * 1000) + SLICE_MS, work);
    } catch (error) {
      if (!isInterruption(error)) throw error;
      if (done + results.length < count) results.push(onTimeout(done + results.length));
    }
    done += results.length;
    yield results;
  }
}
