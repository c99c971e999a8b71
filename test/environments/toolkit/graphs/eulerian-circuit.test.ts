import { expect, test } from "vitest";
import {
  toAdjacency,
  toDirectedAdjacency,
} from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import { eulerianCircuit } from "../../../../src/environments/toolkit/graphs/eulerian-circuit.ts";
import { toEdge } from "../../../../src/environments/toolkit/graphs/pairs.ts";

const BOW_TIE = [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 3],
  [3, 4],
  [4, 2],
];

test("an undirected circuit passes every edge once", () => {
  const circuit = eulerianCircuit(toAdjacency(5, BOW_TIE), 3);
  expect([circuit[0], circuit.at(-1)]).toEqual([3, 3]);
  const passed = circuit.slice(1).map((to, step) => toEdge(circuit[step], to).join(" "));
  expect(passed.sort()).toEqual(BOW_TIE.map(([u, v]) => toEdge(u, v).join(" ")).sort());
});

test("a directed circuit passes every edge once, forwards", () => {
  const circuit = eulerianCircuit(toDirectedAdjacency(5, BOW_TIE), 0);
  const passed = circuit.slice(1).map((to, step) => `${circuit[step]} ${to}`);
  expect(passed.sort()).toEqual(BOW_TIE.map((edge) => edge.join(" ")).sort());
});

test("without edges the circuit is its start", () => {
  expect(eulerianCircuit(toAdjacency(2, []), 1)).toEqual([1]);
});
