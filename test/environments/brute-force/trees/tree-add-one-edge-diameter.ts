import { expect } from "vitest";
import { environments } from "../../../../src/environments/registry.ts";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, toIntegers } from "../enumerations.ts";

export const treeAddOneEdgeDiameter = bruteForce<{
  N: number;
  edges: [number, number, number][];
  L: number;
  gold_answer: number;
}>(
  "TreeAddOneEdgeDiameter",
  [4, 6, 9].map((N) => ({ N })),
  (instance, answer) => {
    const { N, edges, L, gold_answer } = instance;
    const largest = (x: number, y: number) => {
      const distance = distancesOf(N + 1, [...edges, [x, y, L]]);
      return Math.max(...distance.slice(1).flatMap((row) => row.slice(1)));
    };
    const pairs = range(1, N).flatMap((x) => range(x, N).map((y) => [x, y]));
    expect(gold_answer).toBe(Math.min(...pairs.map(([x, y]) => largest(x, y))));
    const [x, y] = toIntegers(answer);
    expect(largest(x, y)).toBe(gold_answer);
    // The largest distance of any pair is found in linear time: its reward tells it.
    const environment = environments.get("TreeAddOneEdgeDiameter");
    for (const [u, v] of pairs) {
      const expected = largest(u, v) === gold_answer ? 1 : (gold_answer / largest(u, v)) ** 5;
      expect(environment?.score([u, v], { ...instance }).reward).toBeCloseTo(expected, 9);
    }
  },
);
