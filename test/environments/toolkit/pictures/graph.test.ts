import { expect, test } from "vitest";
import { circleEdges, graphPicture } from "../../../../src/environments/toolkit/pictures/graph.ts";
import {
  listOfEach,
  noteAt,
  placesOf,
  toMarks,
} from "../../../../src/environments/toolkit/pictures/marks.ts";
import { parentEdges, treePicture } from "../../../../src/environments/toolkit/pictures/tree.ts";

const TRIANGLE = [
  [0, 1, 5],
  [1, 2, 7],
  [2, 0, 9],
] as const;

test("a graph without an answer has names and weights, and no marks", () => {
  expect(graphPicture(3, TRIANGLE, { notes: ["a", "", "c"] })).toEqual({
    kind: "graph",
    vertices: [{ label: "0", note: "a" }, { label: "1" }, { label: "2", note: "c" }],
    edges: [
      { from: 0, to: 1, label: "5" },
      { from: 1, to: 2, label: "7" },
      { from: 2, to: 0, label: "9" },
    ],
  });
});

test("a walk marks what it passes, and says in which order", () => {
  expect(graphPicture(3, TRIANGLE, { walk: [1, 0, 1] })).toMatchObject({
    vertices: [{ note: "2.", mark: 1 }, { note: "1.", mark: 1 }, { label: "2" }],
    edges: [{ mark: 1 }, { label: "7" }, { label: "9" }],
  });
  const directed = graphPicture(3, TRIANGLE, { walk: [1, 0], directed: true });
  expect(directed).toMatchObject({ edges: [{ directed: true }, {}, {}] });
  expect(JSON.stringify(directed)).not.toMatch(/edges.*mark/);
});

test("edges are chosen by number or by ends; parallel ones in their turn", () => {
  const edges = [
    [1, 2],
    [1, 2],
  ] as const;
  const chosenOnce = graphPicture(2, edges, { base: 1, chosenPairs: [[2n, 1n]] });
  expect(chosenOnce).toMatchObject({ edges: [{ from: 0, to: 1, mark: 1 }, { from: 0 }] });
  const chosenTwice = { base: 1, chosenPairs: [edges[0], edges[1]] };
  expect(graphPicture(2, edges, chosenTwice)).toEqual(
    graphPicture(2, edges, { base: 1, chosenEdges: [0, 1] }),
  );
});

test("what an answer names that is not there is passed over", () => {
  const strange = [-1, 3, 0.5, 2 ** 60];
  const picture = graphPicture(3, TRIANGLE, {
    chosen: strange,
    chosenEdges: strange,
    chosenPairs: [[], [0], [0, 3]],
    walk: [7, 8],
    added: [[], [0, 3]],
    groups: [],
  });
  expect(picture).toEqual(graphPicture(3, TRIANGLE));
});

test("groups are told by number and name, added edges by their kind", () => {
  expect(graphPicture(3, [], { groups: [9, 4, 9], added: [[0, 2]] })).toEqual({
    kind: "graph",
    vertices: [
      { label: "0", note: "9", mark: 1 },
      { label: "1", note: "4", mark: 2 },
      { label: "2", note: "9", mark: 1 },
    ],
    edges: [{ from: 0, to: 2, mark: 1, added: true }],
  });
});

test("a tree hangs from its root, and may be told by parents", () => {
  const edges = parentEdges([0, 1, 1], 1, 1);
  expect(edges).toEqual([
    [1, 2],
    [1, 3],
  ]);
  expect(treePicture(3, edges, { base: 1, root: 2 })).toMatchObject({
    kind: "tree",
    root: 1,
    edges: [
      { from: 0, to: 1 },
      { from: 0, to: 2 },
    ],
  });
});

test("what is too large is not drawn, and says so", () => {
  expect(graphPicture(201, [])).toEqual({ kind: "too large", amount: 201, of: "vertices" });
  expect(treePicture(501, [])).toEqual({ kind: "too large", amount: 501, of: "vertices" });
  const edges = Array.from({ length: 5_000 }, () => [0, 1] as const);
  expect(graphPicture(2, edges)).toEqual({ kind: "too large", amount: 5_000, of: "edges" });
});

test("a circle ends where it begins", () => {
  expect(circleEdges(3, 1)).toEqual([
    [1, 2],
    [2, 3],
    [3, 1],
  ]);
});

test("an order tells each vertex its turn, and marks no edge", () => {
  const picture = graphPicture(3, TRIANGLE, { order: [1, 0, 1, 8] });
  expect(picture).toMatchObject({
    vertices: [{ label: "0", note: "2." }, { label: "1", note: "1." }, { label: "2" }],
  });
  expect(JSON.stringify(picture)).not.toContain('"note":"3."');
  expect(picture).toHaveProperty("edges.0", { from: 0, to: 1, label: "5" });
});

test("an order is told without edges, ends one after the other are pairs", () => {
  expect(graphPicture(3, TRIANGLE, { order: [2, 0, 2] })).toEqual(
    graphPicture(3, TRIANGLE, { notes: ["2.", "", "1."] }),
  );
  expect(graphPicture(3, TRIANGLE, { chosenEnds: [2, 1, 0] })).toEqual(
    graphPicture(3, TRIANGLE, { chosenEdges: [1] }),
  );
});

test("what an answer says in letters and in lists becomes numbers and groups", () => {
  expect(placesOf("TFT", "T", 1)).toEqual([1, 3]);
  expect(placesOf(undefined, "T")).toEqual([]);
  const lists = [[1, 3], [9], [2]];
  expect(listOfEach(lists, 4, 1)).toEqual([0, 2, 0, ""]);
  expect(listOfEach(undefined, 4)).toBeUndefined();
  expect(toMarks(4, { groups: listOfEach(lists, 4, 1) })).toEqual([1, 2, 1, undefined]);
  expect(noteAt([2], "root", 2, 1)).toEqual(["", "root"]);
});
