import type { Buckets } from "../../buckets.ts";

/** How often the event loop is asked for a turn. */
const PERIOD_MS = 20;

/** Observes by how much the event loop is late, in seconds, until the function that it gives is called. */
export function watchEventLoop(delays: Buckets): () => void {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    delays.observe(Math.max(0, now - last - PERIOD_MS) / 1000);
    last = now;
  }, PERIOD_MS).unref();
  return () => clearInterval(timer);
}
