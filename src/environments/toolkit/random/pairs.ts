import type { Random } from "./random.ts";

/**
 * `count` different pairs `[u, v]` of 0..vertexCount−1 with u < v, in random order: every such
 * sequence is equally likely. O(count), however many pairs there are.
 * @throws RangeError if there are fewer pairs
 */
export function randomPairs(
  vertexCount: number,
  count: number,
  random: Random,
): [number, number][] {
  const pairCount = (vertexCount * (vertexCount - 1)) / 2;
  return random.distinctIntegers(count, 0, pairCount - 1).map((pair) => {
    // Numbered by their distance on a circle of the vertices, then by where they start on it.
    const distance = 1 + Math.floor(pair / vertexCount);
    const start = pair % vertexCount;
    const end = (start + distance) % vertexCount;
    return start < end ? [start, end] : [end, start];
  });
}
