import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Growth {
  N: number;
  edges: [number, number][];
  reference_answer: string;
}

/** All states (vertices that are there, heart) that orders of attachment lead to. */
export const banyanHeart = bruteForce<Growth>(
  "BanyanHeart",
  [{ N: 5 }, { N: 8 }],
  ({ N, edges, reference_answer }, answer) => {
    const areJoined = (a: number, b: number) =>
      edges.some(([u, v]) => (u === a && v === b) || (u === b && v === a));
    /** The neighbour of `from` on the path to `target`. */
    const towards = (from: number, target: number, cameFrom = 0): number =>
      range(1, N).find(
        (next) =>
          next !== cameFrom &&
          areJoined(from, next) &&
          (next === target || towards(next, target, from) !== 0),
      ) ?? 0;
    const states = new Set(["1|1"]);
    const hearts = new Set<number>();
    for (const state of states) {
      const [list, heart] = state.split("|");
      const present = list.split(" ").map(Number);
      if (present.length === N) hearts.add(Number(heart));
      for (const vertex of range(1, N)) {
        if (present.includes(vertex) || !present.some((one) => areJoined(one, vertex))) continue;
        const grown = [...present, vertex].sort((a, b) => a - b);
        states.add(`${grown.join(" ")}|${towards(Number(heart), vertex)}`);
      }
    }
    const right = range(1, N).map((vertex) => (hearts.has(vertex) ? "T" : "F"));
    expect(reference_answer).toBe(right.join(""));
    expect(answer).toBe(right.join(""));
  },
);
