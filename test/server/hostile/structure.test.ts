import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import type { ErrorReply } from "../../../src/protocol/messages.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Edges of a cycle through all vertices. */
const cycle = (N: number) => upTo(N).map((v) => [v, (v + 1) % N]);

/** Edges `i < j` of a path. */
const path = (N: number) => upTo(N - 1).map((v) => [v, v + 1]);

const zeros = (count: number) => new Array<number>(count).fill(0);

const ones = (count: number) => new Array<number>(count).fill(1);

const treeCenter = (N: number, edges: number[][]) => ({
  N,
  C: ones(N),
  edges: edges.map(([a, b]) => [Math.min(a, b), Math.max(a, b), 1]),
  reference_answer: 0,
  gold_answer: 1,
});

/** What is not what its field says: what is said of it. */
const WRONG: readonly (readonly [
  what: string,
  environment: string,
  parameter: object,
  said: string,
])[] = [
  [
    "a tree of 5,000 vertices with a cycle beside one that is apart",
    "TreeCenter",
    treeCenter(5000, cycle(4999)),
    "edges.4998: closes a cycle",
  ],
  [
    "a tree of 36,000 edges too many",
    "TreeCenter",
    treeCenter(5000, [...path(5000), ...new Array(36_000).fill([0, 1])]),
    "edges: must be the 4999 edges of a tree, not 40999",
  ],
  [
    "conditions in a circle",
    "TopologicalSort",
    { N: 500, before_conditions: cycle(500), reference_answer: upTo(500).join(" ") },
    "before_conditions: ",
  ],
  [
    "an acyclic graph with a cycle",
    "MinPathCover_DAG",
    { N: 100, edges: cycle(100).map(([a, b]) => [a + 1, b + 1, 1]), gold_answer: 1 },
    "edges: must close no cycle",
  ],
  [
    "an order that is no permutation",
    "SLOElephants",
    { N: 36_000, A: zeros(36_000), B: upTo(36_000), C: ones(36_000), gold_answer: 8 },
    "A.1: occurs twice",
  ],
  [
    "a traversal that is no permutation",
    "PreorderTraversal",
    {
      N: 4,
      inorder_traversal: [1, 0, 3, 2],
      postorder_traversal: [1, 1, 2, 3],
      preorder_traversal: [3, 0, 1, 2],
      reference_answer: "3 0 1 2",
    },
    "postorder_traversal.1: occurs twice",
  ],
  [
    "a matrix of which a row is too short",
    "PowerShortcut",
    {
      N: 100,
      K: 1,
      edge_density: 0.01,
      edges: path(100),
      achievable: upTo(100).map((row) => new Array(row === 99 ? 1 : 100).fill(false)),
      gold_answer: 2,
      reference_answer: "",
    },
    "achievable",
  ],
  [
    "a formula of a million signs",
    "Integral",
    { node_num: 3, reference_answer: "x", f_prime: `x${"+x".repeat(5e5)}` },
    "f_prime: must be an expression in x",
  ],
  [
    "a formula of 100,000 brackets",
    "Integral",
    { node_num: 3, reference_answer: "x", f_prime: `${"(".repeat(1e5)}x${")".repeat(1e5)}` },
    "f_prime: must be an expression in x",
  ],
];

test.each(WRONG)("%s is refused", async (_what, environment, parameter, said) => {
  const attacker = await connect(victim().url);
  const data = { environment, config: { parameter } };
  const answer = await beside(victim(), () =>
    send(attacker, JSON.stringify({ type: "reset", data })),
  );
  attacker.terminate();
  const { data: told } = json.decode(answer) as ErrorReply;
  expect(told.code).toBe("VALIDATION_ERROR");
  expect(told.message).toContain(`${environment}: parameter.${said}`);
  expect(answer.length).toBeLessThan(10_000);
});
