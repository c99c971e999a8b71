/** All subsets of the items, 2^n of them. */
export function* subsets<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let mask = 0; mask < 2 ** items.length; mask++) {
    yield items.filter((_, index) => (mask & (1 << index)) !== 0);
  }
}

/** All orders of the items, n! of them. */
export function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [first, ...rest];
  }
}

/** All sequences of `length` of the items, repetitions allowed, n^length of them. */
export function* sequences<Item>(items: readonly Item[], length: number): Generator<Item[]> {
  if (length === 0) return yield [];
  for (const start of sequences(items, length - 1)) {
    for (const item of items) yield [...start, item];
  }
}

/** The integers from `low` to `high`, both included. */
export function range(low: number, high: number): number[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
}

/** The integers of a text. */
export function toIntegers(text: string): number[] {
  return text
    .split(/\s+/)
    .filter((token) => token !== "")
    .map(Number);
}

/** All choices of `size` of the items, each any number of times, in the order of the items. */
export function* multisets<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size === 0) return yield [];
  for (const [index, first] of items.entries()) {
    for (const rest of multisets(items.slice(index), size - 1)) yield [first, ...rest];
  }
}

/**
 * All ways to cut a sequence into consecutive batches of at least one element, each as the ends of
 * its batches, exclusive and counted from 0: the last of them is the length.
 */
export function* slicings(length: number): Generator<number[]> {
  for (const cuts of subsets(range(1, length - 1))) yield [...cuts, length];
}
