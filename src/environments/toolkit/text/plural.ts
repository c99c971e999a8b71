/** A count with its noun: "1 swap", "3 swaps"; for irregular nouns, name the plural. */
export function formatCount(count: number | bigint, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 || count === 1n ? noun : plural}`;
}
