import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [from: number, to: number, weight: number][];
  gold_answer: number;
}

/** Paths from vertex 1, each by the edges it passes. */
function allPaths(edges: Graph["edges"], vertex = 1): number[][] {
  return [
    [],
    ...edges.flatMap(([from, to], edge) =>
      from === vertex ? allPaths(edges, to).map((rest) => [edge, ...rest]) : [],
    ),
  ];
}

export const minPathCoverDag = bruteForce<Graph>(
  "MinPathCover_DAG",
  [{ N: 4 }, { N: 5 }],
  ({ edges, gold_answer }, answer) => {
    const weigh = (path: readonly number[]) => path.reduce((sum, edge) => sum + edges[edge][2], 0);
    // The cheapest way to cover each set of edges, path by path.
    const best = new Array<number>(2 ** edges.length).fill(Number.POSITIVE_INFINITY);
    best[0] = 0;
    const paths = allPaths(edges).map((path) => ({
      mask: path.reduce((mask, edge) => mask | (1 << edge), 0),
      weight: weigh(path),
    }));
    for (const [covered, weight] of best.entries()) {
      for (const path of paths) {
        const next = covered | path.mask;
        best[next] = Math.min(best[next], weight + path.weight);
      }
    }
    expect(gold_answer).toBe(best[best.length - 1]);
    const passed = answer.split("\n").flatMap((line) => {
      const path = toIntegers(line);
      expect(path[0]).toBe(1);
      return path
        .slice(1)
        .map((to, step) => edges.findIndex(([u, v]) => u === path[step] && v === to));
    });
    expect(new Set(passed)).toEqual(new Set(edges.keys()));
    expect(weigh(passed)).toBe(gold_answer);
  },
);
