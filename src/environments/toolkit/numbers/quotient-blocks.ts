/**
 * The integers 1..limit in blocks [first, last] on which ⌊n / k⌋ is the same for all k, for each of
 * the numbers n: O(√n) blocks a number. Beyond the largest n all quotients are 0, in one block.
 */
export function* quotientBlocks(
  limit: number,
  ...numbers: readonly number[]
): Generator<[first: number, last: number]> {
  for (let first = 1; first <= limit; ) {
    let last = limit;
    for (const n of numbers) {
      const quotient = Math.floor(n / first);
      if (quotient > 0) last = Math.min(last, Math.floor(n / quotient));
    }
    yield [first, last];
    first = last + 1;
  }
}
