import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Jugs {
  N: number;
  jug_capacities: number[];
  target_volumn: number;
  reference_answer: string;
}

export const jugPuzzle = bruteForce<Jugs>(
  "JugPuzzle",
  [
    { N: 2, steps: 6 },
    { N: 5, steps: 20 },
  ],
  ({ N, jug_capacities, target_volumn, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const volumes = new Array<number>(N).fill(0);
      for (const line of text.trim().split("\n")) {
        const [, kind, from, to] = /^(Fill|Empty|Pour) (\d+)(?: (\d+))?$/.exec(line) ?? [];
        const [i, j] = [Number(from), Number(to)];
        if (kind === "Fill") volumes[i] = jug_capacities[i];
        if (kind === "Empty") volumes[i] = 0;
        if (kind !== "Pour") continue;
        const total = volumes[i] + volumes[j];
        volumes[j] = Math.min(total, jug_capacities[j]);
        volumes[i] = total - volumes[j];
      }
      expect(volumes).toContain(target_volumn);
    }
  },
);
