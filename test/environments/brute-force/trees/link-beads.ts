import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const linkBeads = bruteForce<{
  N: number;
  edges: [number, number, number][];
  reference_answer: number;
}>(
  "LinkBeads",
  [3, 5, 6].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    const weightOf = (u: number, v: number) =>
      edges.find(([a, b]) => (a === u && b === v) || (a === v && b === u))?.[2];
    // Backwards: vertices are taken out of the coloured tree, whose edges are all red or blue, until
    // one is left: a leaf on a red edge, or a vertex with just two edges, both blue.
    const canBeBuilt = (tree: [number, number, string][]): boolean =>
      tree.length === 0 ||
      range(0, N - 1).some((x) => {
        const at = tree.filter(([u, v]) => u === x || v === x);
        const rest = tree.filter((edge) => !at.includes(edge));
        const colours = at.map(([, , colour]) => colour).join(" ");
        if (colours === "red") return canBeBuilt(rest);
        if (colours !== "blue blue") return false;
        const [a, b] = at.map(([u, v]) => (u === x ? v : u));
        return canBeBuilt([...rest, [a, b, "red"]]);
      });
    let most = 0;
    for (let blue = 0; blue < 2 ** edges.length; blue++) {
      const coloured = edges.map(([u, v], index): [number, number, string] => [
        u,
        v,
        (blue >> index) & 1 ? "blue" : "red",
      ]);
      const total = coloured
        .filter(([, , colour]) => colour === "blue")
        .reduce((sum, [u, v]) => sum + (weightOf(u, v) ?? Number.NaN), 0);
      if (total > most && canBeBuilt(coloured)) most = total;
    }
    expect(reference_answer).toBe(most);
    expect(answer).toBe(String(most));
  },
);
