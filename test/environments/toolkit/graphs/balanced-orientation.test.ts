import { expect, test } from "vitest";
import { balancedOrientation } from "../../../../src/environments/toolkit/graphs/balanced-orientation.ts";
import { randomEvenGraph } from "../../../../src/environments/toolkit/random/even-graphs.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("turns edges against the directed ones", () => {
  expect(
    balancedOrientation(
      3,
      [
        [0, 2],
        [1, 2],
      ],
      [[0, 1]],
    ),
  ).toEqual([
    [2, 0],
    [1, 2],
  ]);
});

test("balances every even graph without directed edges", () => {
  const random = new Random("orientations");
  for (let vertexCount = 3; vertexCount <= 15; vertexCount++) {
    const edges = randomEvenGraph(vertexCount, random);
    const oriented = balancedOrientation(vertexCount, edges, []);
    const excess = new Array<number>(vertexCount).fill(0);
    for (const [place, [from, to]] of oriented.entries()) {
      expect([from, to].toSorted((a, b) => a - b)).toEqual(edges[place]);
      excess[from]++;
      excess[to]--;
    }
    expect(excess).toEqual(new Array(vertexCount).fill(0));
  }
});
