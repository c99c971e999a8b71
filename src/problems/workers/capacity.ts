import { availableParallelism, totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { readContainerLimits } from "../../container.ts";

/** What there is for a server and its workers. */
export interface Machine {
  /** May be a fraction. */
  readonly processors: number;
  readonly memoryBytes: number;
}

/** How many workers there are, and what they and the cache of problems may take. */
export interface Capacity {
  readonly workers: number;
  readonly spareWorkers: number;
  /** Of all workers together. */
  readonly workersBytes: number;
  readonly cacheBytes: number;
}

/** More workers than these would wait for the server's one thread, which unpacks their problems. */
const MAX_WORKERS = 8;

/** How many more are kept ready, to take over from those which are stuck. */
const SPARE_WORKERS = 1;

/** What all workers may take together: this much a worker, and no more than this share of what there is. */
const MOST_BYTES_PER_WORKER = 2 ** 29;
const MEMORY_SHARE = 0.5;

/** Where there is less than this for each of them, there are fewer. */
const LEAST_BYTES_PER_WORKER = 2 ** 27;

/** The cache takes no more than this share of the server's heap, which Node makes fit the container. */
const MAX_CACHE_BYTES = 2 ** 28;
const HEAP_SHARE = 0.25;

/** What this process may use: the machine's, or less where its container has limits. */
export function readMachine(): Machine {
  const { processors, memoryBytes } = readContainerLimits();
  return {
    processors: Math.min(availableParallelism(), processors ?? Number.POSITIVE_INFINITY),
    memoryBytes: Math.min(totalmem(), memoryBytes ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * What fits: one worker a processor but one, as far as there is memory for them, and one at least.
 * What is given stays as it is.
 */
export function planCapacity(
  given: Partial<Capacity> = {},
  { processors, memoryBytes } = readMachine(),
  heapBytes = getHeapStatistics().heap_size_limit,
): Capacity {
  const share = memoryBytes * MEMORY_SHARE;
  const { spareWorkers = SPARE_WORKERS } = given;
  const fed = Math.floor(share / LEAST_BYTES_PER_WORKER) - spareWorkers;
  const { workers = Math.max(1, Math.min(MAX_WORKERS, Math.floor(processors) - 1, fed)) } = given;
  return {
    workers,
    spareWorkers,
    workersBytes: Math.min((workers + spareWorkers) * MOST_BYTES_PER_WORKER, share),
    cacheBytes: Math.min(MAX_CACHE_BYTES, Math.floor(heapBytes * HEAP_SHARE)),
    ...given,
  };
}
