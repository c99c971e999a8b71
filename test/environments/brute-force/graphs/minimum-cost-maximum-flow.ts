import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Network {
  N: number;
  edges: [from: number, to: number, capacity: number, cost: number][];
  gold_answer: { flow: number; cost: number };
  reference_answer: string;
}

export const minimumCostMaximumFlow = bruteForce<Network>(
  "MinimumCost_MaximumFlow",
  [
    { N: 3, edge_density: 0.5 },
    { N: 4, edge_density: 0.4 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const balanceOf = (flows: readonly number[]) =>
      range(0, N - 1).map((vertex) =>
        edges.reduce(
          (sum, [from, to], at) =>
            sum + (to === vertex ? flows[at] : 0) - (from === vertex ? flows[at] : 0),
          0,
        ),
      );
    let best = { flow: 0, cost: 0 };
    const flows: number[] = [];
    const extend = (): void => {
      if (flows.length < edges.length) {
        for (const flow of range(0, edges[flows.length][2])) {
          flows.push(flow);
          extend();
          flows.pop();
        }
        return;
      }
      const balance = balanceOf(flows);
      if (balance.slice(1, -1).some((rest) => rest !== 0)) return;
      const flow = balance[N - 1];
      const cost = edges.reduce((sum, edge, at) => sum + edge[3] * flows[at], 0);
      if (flow > best.flow || (flow === best.flow && cost < best.cost)) best = { flow, cost };
    };
    extend();
    expect(gold_answer).toEqual(best);
    for (const text of [answer, reference_answer]) {
      const given = toIntegers(text);
      const balance = balanceOf(given);
      expect(balance.slice(1, -1).every((rest) => rest === 0)).toBe(true);
      expect(given.every((flow, at) => flow >= 0 && flow <= edges[at][2])).toBe(true);
      expect(balance[N - 1]).toBe(best.flow);
      expect(edges.reduce((sum, edge, at) => sum + edge[3] * given[at], 0)).toBe(best.cost);
    }
  },
);
