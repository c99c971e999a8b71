import { expect, test } from "vitest";
import { z } from "zod";
import {
  acyclic,
  connected,
  edges,
  graph,
  tree,
  weightedEdges,
} from "../../../../src/environments/toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../../../../src/environments/toolkit/schemas/instances.ts";
import {
  integerPairsFrom,
  integers,
  sizeFrom,
} from "../../../../src/environments/toolkit/schemas/integers.ts";
import {
  distinct,
  lengths,
  matrix,
  numbering,
  permutation,
  within,
} from "../../../../src/environments/toolkit/schemas/lists.ts";
import { textOver } from "../../../../src/environments/toolkit/schemas/texts.ts";

/** The first fault of a value, as "path: message"; null where there is none. */
function fault(schema: z.ZodType, value: unknown): string | null {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? null : `${issue.path.join(".")}: ${issue.message}`;
}

const Parameters = z.object({ N: sizeFrom(1, 9) });

test("an instance keeps the refinements of its parameters", () => {
  const Odd = Parameters.refine(({ N }) => N % 2 === 1, { path: ["N"], message: "must be odd" });
  const Instance = instanceOf(Odd, { A: integers });
  expect(fault(Instance, { N: 3, A: [] })).toBeNull();
  expect(fault(Instance, { N: 2, A: [] })).toBe("N: must be odd");
  expect(fault(Instance, { N: 10, A: [] })).toBe("N: must be at most 9");
});

test("whole instances are checked only where every field is as it should be", () => {
  const check = holds("N", ({ N }: { N: number }) => new Array(N).length === 0, "must be 0");
  expect(fault(Parameters.check(check), { N: 2 ** 40 })).toBe("N: must be at most 9");
});

test("lengths, by a field, a number or a function, of lists and texts", () => {
  const Lists = instanceOf(Parameters, { A: integers, S: z.string() });
  expect(fault(Lists.check(lengths("N", "A", "S")), { N: 2, A: [1, 2], S: "ab" })).toBeNull();
  expect(fault(Lists.check(lengths("N", "A", "S")), { N: 2, A: [1, 2], S: "a" })).toBe(
    "S: must have length N = 2, not 1",
  );
  expect(fault(Lists.check(lengths(3, "A")), { N: 2, A: [1], S: "" })).toBe(
    "A: must have length 3, not 1",
  );
  const oneLess = lengths(({ N }) => N - 1, "A");
  expect(fault(Lists.check(oneLess), { N: 2, A: [1], S: "" })).toBeNull();
});

test("a matrix, numbers within bounds, distinct ones, permutations, numberings", () => {
  const Grid = instanceOf(Parameters, { grid: z.array(z.string()), A: integers });
  const square = Grid.check(matrix("grid", "N", "N"));
  expect(fault(square, { N: 2, grid: ["ab", "cd"], A: [] })).toBeNull();
  expect(fault(square, { N: 2, grid: ["ab"], A: [] })).toBe("grid: must have 2 rows, not 1");
  expect(fault(square, { N: 2, grid: ["ab", "c"], A: [] })).toBe(
    "grid.1: must have length 2, not 1",
  );
  const Lists = instanceOf(Parameters, { A: integers });
  expect(fault(Lists.check(within("A", 0, "N")), { N: 2, A: [0, 3] })).toBe(
    "A.1: must be from 0 to 2",
  );
  expect(fault(Lists.check(distinct("A")), { N: 2, A: [1, 1] })).toBe("A.1: occurs twice");
  const grid = instanceOf(Parameters, { grid: z.array(integers) }).check(
    numbering("grid", ({ N }) => 2 * N),
  );
  const numbered = "must hold each of the numbers from 0 to 3 once";
  expect(fault(grid, { N: 2, grid: [[3], [0, 2, 1]] })).toBeNull();
  expect(
    fault(grid, {
      N: 2,
      grid: [
        [3, 1],
        [1, 0],
      ],
    }),
  ).toBe(`grid: ${numbered}`);
  expect(
    fault(grid, {
      N: 2,
      grid: [
        [4, 2],
        [1, 0],
      ],
    }),
  ).toBe(`grid: ${numbered}`);
  const order = Lists.check(permutation("A", "N", 1));
  expect(fault(order, { N: 2, A: [2, 1] })).toBeNull();
  expect(fault(order, { N: 2, A: [1] })).toBe("A: must have length N = 2, not 1");
  expect(fault(order, { N: 2, A: [0, 1] })).toBe("A.0: must be from 1 to 2");
  expect(fault(order, { N: 2, A: [1, 1] })).toBe("A.1: occurs twice");
});

test("checks stop at the first that fails", () => {
  const Lists = instanceOf(Parameters, { A: integers }).check(
    lengths("N", "A"),
    holds("A", ({ A, N }) => A[N - 1].toString() !== "", "never reached with a short list"),
  );
  expect(Lists.safeParse({ N: 2, A: [] }).error?.issues).toHaveLength(1);
});

test("a text over an alphabet", () => {
  expect(fault(textOver("ab"), "abba")).toBeNull();
  expect(fault(textOver("ab"), "abc")).toBe(": the character at index 2 is not a or b");
});

test("graphs: ends that exist, no loops, no parallel edges unless allowed", () => {
  const Graph = instanceOf(Parameters, { edges });
  const simple = Graph.check(graph("edges", "N"));
  const at = (list: number[][]) => ({ N: 3, edges: list });
  expect(fault(simple, at([[0, 1]]))).toBeNull();
  expect(fault(simple, at([[0, 3]]))).toBe("edges.0.1: must be from 0 to 2");
  expect(fault(simple, at([[1, 1]]))).toBe("edges.0: joins a vertex with itself");
  const both = [
    [0, 1],
    [1, 0],
  ];
  expect(fault(simple, at(both))).toBe("edges.1: occurs twice");
  expect(fault(Graph.check(graph("edges", "N", { directed: true })), at(both))).toBeNull();
  expect(fault(Graph.check(graph("edges", "N", { parallel: true })), at(both))).toBeNull();
  expect(fault(Graph.check(graph("edges", "N", { loops: true })), at([[1, 1]]))).toBeNull();
});

test("trees, connected and acyclic graphs, weights", () => {
  const Graph = instanceOf(Parameters, { edges });
  const at = (list: number[][]) => ({ N: 3, edges: list });
  const path = [
    [1, 2],
    [2, 3],
  ];
  const Tree = Graph.check(tree("edges", "N", 1));
  expect(fault(Tree, at(path))).toBeNull();
  expect(fault(Tree, at([[1, 2]]))).toBe("edges: must be the 2 edges of a tree, not 1");
  expect(fault(Tree, at([path[0], path[0]]))).toBe(
    "edges.1: closes a cycle, though the edges must form a tree",
  );
  expect(fault(Tree, at([path[0], [0, 1]]))).toBe("edges.1.0: must be from 1 to 3");
  expect(fault(Graph.check(connected("edges", "N", 1)), at(path))).toBeNull();
  expect(fault(Graph.check(connected("edges", "N", 1)), at([path[0], path[0]]))).toBe(
    "edges: must connect all vertices",
  );
  expect(fault(Graph.check(acyclic("edges", "N", 1)), at(path))).toBeNull();
  expect(fault(Graph.check(acyclic("edges", "N", 1)), at([...path, [3, 1]]))).toBe(
    "edges: must close no cycle",
  );
  expect(fault(weightedEdges(1), [[0, 1, 0]])).toMatch(/^0\.2: /);
});

test("pairs of integers are two each, within their bounds", () => {
  const pairs = integerPairsFrom(0, 9);
  expect(fault(pairs, [[0, 9]])).toBeNull();
  expect(fault(pairs, [[0, 9, 1]])).toMatch(/^0: /);
  expect(fault(pairs, [[0, 10]])).toBe("0.1: must be at most 9");
});
