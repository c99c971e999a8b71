import fc from "fast-check";
import { expect, test } from "vitest";
import { FlowNetwork } from "../../../../src/environments/toolkit/graphs/max-flow.ts";

const VERTEX_COUNT = 6;
const vertex = fc.nat(VERTEX_COUNT - 1);
const edges = fc.array(fc.tuple(vertex, vertex, fc.nat(9)), { maxLength: 20 });
const SOURCE = 0;
const SINK = VERTEX_COUNT - 1;

test("the flow is conserved and as large as the least of all cuts", () => {
  fc.assert(
    fc.property(edges, (all) => {
      const network = new FlowNetwork(VERTEX_COUNT);
      const numbers = all.map((edge) => network.addEdge(...edge));
      expect(numbers).toEqual([...all.keys()]);
      const total = network.maximumFlow(SOURCE, SINK);

      const surplus = new Array<number>(VERTEX_COUNT).fill(0);
      for (const [edge, [from, to, capacity]] of all.entries()) {
        const flow = network.flowThrough(edge);
        expect(flow).toBeGreaterThanOrEqual(0);
        expect(flow).toBeLessThanOrEqual(capacity);
        surplus[from] -= flow;
        surplus[to] += flow;
      }
      const conserved = new Array<number>(VERTEX_COUNT).fill(0);
      conserved[SOURCE] -= total;
      conserved[SINK] += total;
      expect(surplus).toEqual(conserved);

      expect(total).toBe(leastCut(all));
      expect(cutCapacity(all, (at) => network.reachableFrom(SOURCE)[at] === 1)).toBe(total);
      expect(network.maximumFlow(SOURCE, SINK)).toBe(0);
    }),
  );
});

test("unbounded edges carry what the bounded ones let through", () => {
  const network = new FlowNetwork(4);
  network.addEdge(0, 1, Number.POSITIVE_INFINITY);
  const narrow = network.addEdge(1, 2, 7);
  network.addEdge(2, 3, Number.POSITIVE_INFINITY);
  expect(network.maximumFlow(0, 3)).toBe(7);
  expect(network.flowThrough(narrow)).toBe(7);
  expect([...network.reachableFrom(0)]).toEqual([1, 1, 0, 0]);
});

function cutCapacity(
  all: readonly (readonly [number, number, number])[],
  isInside: (vertex: number) => boolean,
): number {
  let total = 0;
  for (const [from, to, capacity] of all) if (isInside(from) && !isInside(to)) total += capacity;
  return total;
}

function leastCut(all: readonly (readonly [number, number, number])[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let side = 1; side < 2 ** (VERTEX_COUNT - 1); side += 2) {
    least = Math.min(
      least,
      cutCapacity(all, (at) => ((side >> at) & 1) === 1),
    );
  }
  return least;
}
