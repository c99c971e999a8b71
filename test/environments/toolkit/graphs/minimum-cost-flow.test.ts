import fc from "fast-check";
import { expect, test } from "vitest";
import { FlowNetwork } from "../../../../src/environments/toolkit/graphs/max-flow.ts";
import { MinimumCostNetwork } from "../../../../src/environments/toolkit/graphs/minimum-cost-flow.ts";

const VERTEX_COUNT = 6;
const [SOURCE, SINK] = [0, VERTEX_COUNT - 1];
const vertex = fc.nat(SINK);
const cost = fc.integer({ min: -4, max: 9 });
// Negative costs lead forwards only, so that no cycle is negative.
const edges = fc
  .array(fc.tuple(vertex, vertex, fc.nat(3), cost), { maxLength: 16 })
  .map((all) => all.map(([u, v, room, price]) => [u, v, room, u < v ? price : 9 + 20] as const));

test("the flow is conserved, as large as asked for, and leaves no cycle that saves", () => {
  fc.assert(
    fc.property(edges, fc.nat(6), (all, limit) => {
      const network = new MinimumCostNetwork(VERTEX_COUNT);
      const plain = new FlowNetwork(VERTEX_COUNT);
      for (const [from, to, capacity, price] of all) {
        network.addEdge(from, to, capacity, price);
        plain.addEdge(from, to, capacity);
      }
      const sent = network.send(SOURCE, SINK, limit);
      expect(sent.flow).toBe(Math.min(limit, plain.maximumFlow(SOURCE, SINK)));

      const surplus = new Array<number>(VERTEX_COUNT).fill(0);
      const residual: [number, number, number][] = [];
      let total = 0;
      for (const [edge, [from, to, capacity, price]] of all.entries()) {
        const flow = network.flowThrough(edge);
        surplus[from] -= flow;
        surplus[to] += flow;
        total += flow * price;
        if (flow < capacity) residual.push([from, to, price]);
        if (flow > 0) residual.push([to, from, -price]);
      }
      expect(total).toBe(sent.cost);
      expect(surplus).toEqual(
        surplus.map((_, at) => (at === SINK ? sent.flow : at === SOURCE ? 0 - sent.flow : 0)),
      );
      expect(hasNegativeCycle(residual)).toBe(false);
    }),
  );
});

function hasNegativeCycle(arcs: readonly (readonly [number, number, number])[]): boolean {
  const distance = new Array<number>(VERTEX_COUNT).fill(0);
  for (let round = 0; round <= VERTEX_COUNT; round++) {
    let hasChanged = false;
    for (const [from, to, price] of arcs) {
      if (distance[from] + price >= distance[to]) continue;
      distance[to] = distance[from] + price;
      hasChanged = true;
    }
    if (!hasChanged) return false;
  }
  return true;
}
