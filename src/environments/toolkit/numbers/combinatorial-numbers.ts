/** Stirling numbers of the second kind S(n, 0..n): ways to split n things into k parts. O(n²). */
export function stirlingSecondRow(n: number): bigint[] {
  let row = [1n];
  for (let size = 1; size <= n; size++) {
    row = Array.from(
      { length: size + 1 },
      (_, parts) => (row[parts - 1] ?? 0n) + BigInt(parts) * (row[parts] ?? 0n),
    );
  }
  return row;
}

/** The derangements D(0..n): permutations without a fixed point. O(n). */
export function derangements(n: number): bigint[] {
  const counts = [1n, 0n];
  for (let size = 2; size <= n; size++) {
    counts.push(BigInt(size - 1) * (counts[size - 1] + counts[size - 2]));
  }
  return counts.slice(0, n + 1);
}

/** The partitions of an integer into positive parts, each in descending order. */
export function* partitionsOf(total: number, largest = total): Generator<number[]> {
  if (total === 0) return yield [];
  for (let part = Math.min(largest, total); part >= 1; part--) {
    for (const rest of partitionsOf(total - part, part)) yield [part, ...rest];
  }
}
