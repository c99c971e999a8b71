import { shorten, toMessage } from "../../wording.ts";
import { bounded, isInterruption } from "../bounded.ts";

/** In milliseconds; null where nothing was timed. */
export interface Times {
  readonly median: number | null;
  readonly slowest: number | null;
}

/** What was mapped, how long each took, and in a sentence why it is less than all. */
export interface Timed<Result> {
  readonly results: readonly Result[];
  readonly times: Times;
  readonly note: string | null;
}

export interface Timing {
  /** How long all may take. Default 4000. */
  readonly boundMs?: number | undefined;
  /** A clock in milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** Items before the timed ones, for the compiler: fewer where they take so much of the time. */
const WARM_UP = 10;
const WARM_UP_SHARE = 0.02;

/** Maps items one after another, until one fails or the time is over. */
export function mapTimed<Item, Result>(
  what: string,
  items: readonly Item[],
  map: (item: Item) => Result,
  { boundMs = 4000, now = () => performance.now() }: Timing = {},
): Timed<Result> {
  const results: Result[] = [];
  const durations: number[] = [];
  let note: string | null = null;
  try {
    bounded(boundMs, () => {
      const begin = now();
      for (const item of items.slice(0, WARM_UP)) {
        map(item);
        if (now() - begin > WARM_UP_SHARE * boundMs) break;
      }
      for (const item of items) {
        const start = now();
        const result = map(item);
        durations.push(now() - start);
        results.push(result);
      }
    });
  } catch (error) {
    const done = `${what}: ${results.length} of ${items.length}`;
    note = isInterruption(error)
      ? `${done} within ${boundMs / 1000} s`
      : `${done}, then failed: ${shorten(toMessage(error))}`;
  }
  return { results, times: toTimes(durations), note };
}

function toTimes(durations: readonly number[]): Times {
  const sorted = durations.toSorted((one, other) => one - other);
  return { median: sorted[sorted.length >> 1] ?? null, slowest: sorted.at(-1) ?? null };
}
