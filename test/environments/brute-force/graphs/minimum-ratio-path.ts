import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";
import type { Edge } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  gold_answer: [most: number, least: number];
}

/** The weights along each path without repeated vertices. */
function allPaths(edges: readonly Edge[], vertex: number, target: number): number[][] {
  if (vertex === target) return [[]];
  const others = edges.filter(([u, v]) => u !== vertex && v !== vertex);
  return edges
    .filter(([u, v]) => u === vertex || v === vertex)
    .flatMap(([u, v, weight]) =>
      allPaths(others, u === vertex ? v : u, target).map((rest) => [weight, ...rest]),
    );
}

export const minimumRatioPath = bruteForce<Graph>(
  "MinimumRatioPath",
  [
    { N: 5, edge_ratio: 1.8 },
    { N: 7, edge_ratio: 2 },
  ],
  ({ N, edges, gold_answer }, answer) => {
    const ratio = (weights: readonly number[]) => Math.max(...weights) / Math.min(...weights);
    const paths = allPaths(edges, 0, N - 1);
    const best = Math.min(...paths.map(ratio));
    const leasts = paths.filter((path) => ratio(path) === best).map((path) => Math.min(...path));
    expect(gold_answer[0] / gold_answer[1]).toBe(best);
    expect(gold_answer[1]).toBe(Math.max(...leasts));
    const stops = toIntegers(answer);
    expect([stops[0], stops.at(-1)]).toEqual([0, N - 1]);
    const passed = stops.slice(1).map((to, step) => {
      const ends = [stops[step], to];
      const edge = edges.find(([u, v]) => ends.includes(u) && ends.includes(v));
      return edge?.[2] ?? Number.NaN;
    });
    expect(ratio(passed)).toBe(best);
  },
);
