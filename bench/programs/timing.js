// @ts-check

/** Below this a single call is too short for the clock. */
const SAMPLE_MICROS = 100;
const MIN_SAMPLES = 10;

/**
 * Microseconds of one call.
 * @param {() => unknown} call
 */
export function timeOnce(call) {
  const started = performance.now();
  call();
  return 1000 * (performance.now() - started);
}

/**
 * The median time of a call in microseconds, of samples of as many calls as the clock needs: enough
 * samples that those in which the system did something else do not count.
 * @param {() => unknown} call
 * @param {number} budgetMs
 */
export function timeMany(call, budgetMs) {
  const end = performance.now() + budgetMs;
  const latestEnd = end + 10 * budgetMs;
  /** @type {number[]} */
  let samples = [];
  let calls = 1;
  for (;;) {
    const total = timeOnce(() => {
      for (let index = 0; index < calls; index++) call();
    });
    samples.push(total / calls);
    const now = performance.now();
    if (now > latestEnd || (now > end && samples.length >= MIN_SAMPLES)) return median(samples);
    if (total < SAMPLE_MICROS) {
      calls *= 2;
      samples = [];
    }
  }
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
