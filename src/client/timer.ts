/** The longest that a timer of Node or a browser can wait: a longer one would end at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls after a while, in which what has come is read first, even where this process computed all
 * the while. Never for a time that no timer can wait, such as Infinity.
 * @returns what takes the call back
 */
export function callAfter(ms: number, call: () => void): () => void {
  if (ms > LONGEST_MS) return () => {};
  let timer = setTimeout(() => {
    timer = setTimeout(call, 0);
  }, ms);
  return () => clearTimeout(timer);
}

/** A pause that may be cut short. */
export function startPause(ms: number): { readonly over: Promise<void>; stop(): void } {
  let stop = () => {};
  const over = new Promise<void>((resolve) => {
    const stopTimer = callAfter(ms, resolve);
    stop = () => {
      stopTimer();
      resolve();
    };
  });
  return { over, stop: () => stop() };
}
