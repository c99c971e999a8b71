import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import type { ErrorReply } from "../../../src/protocol/messages.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

const zeros = (count: number) => `[${"0,".repeat(count - 1)}0]`;

test.each([
  ["a batch of 7 million zeros", `{"problems":${zeros(7e6)}}`, "INVALID_JSON"],
  ["a batch of half a million zeros", `{"problems":${zeros(5e5)}}`, "BATCH_TOO_LARGE"],
  ["4,096 wrong problems", `{"problems":${zeros(4096)}}`, "VALIDATION_ERROR"],
  [
    "half a million wrong outputs in one batch",
    `{"problems":[${Array.from({ length: 122 }, () => `{"outputs":${zeros(4096)}}`)}]}`,
    "VALIDATION_ERROR",
  ],
  [
    "130,000 wrong answer markers",
    `{"problems":[],"answer_markers":${zeros(130_000)}}`,
    "VALIDATION_ERROR",
  ],
])("verify: %s", async (_what, data, code) => {
  const attacker = await connect(victim().url);
  const answer = await beside(victim(), () => send(attacker, `{"type":"verify","data":${data}}`));
  attacker.terminate();
  const reply = json.decode(answer) as ErrorReply;
  expect(reply).toMatchObject({ type: "error", data: { code } });
  expect(reply.data.errors?.length ?? 0).toBeLessThanOrEqual(20);
  expect(answer.length).toBeLessThan(10_000);
});

test.each([
  ["wrong elements", "BucketSorting", `{"N":3,"array":[${'"x",'.repeat(4e5)}1]}`],
  ["elements out of range", "Knapsack", `{"N":3,"W":[${"-1,".repeat(2.5e5)}1]}`],
  ["wrong edges", "MinimumSpanningTree", `{"N":3,"edges":[${"[0,0,-5],".repeat(6e4)}[]]}`],
  ["wrong rows", "LampChanging", `{"N":3,"grid":[${`[${"9,".repeat(1e5)}1],`.repeat(2)}[]]}`],
])("a config with many %s", async (_what, environment, parameter) => {
  const attacker = await connect(victim().url);
  const data = `{"environment":"${environment}","config":{"parameter":${parameter}}}`;
  const answer = await beside(victim(), () => send(attacker, `{"type":"reset","data":${data}}`));
  attacker.terminate();
  expect(json.decode(answer)).toMatchObject({ type: "error", data: { code: "VALIDATION_ERROR" } });
  expect(answer.length).toBeLessThan(10_000);
});

test("HTTP: a batch of wrong elements is told the first", async () => {
  const response = await beside(victim(), () =>
    fetch(`${victim().httpUrl}/verify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"problems":${zeros(4096)}}`,
    }),
  );
  expect(response.status).toBe(422);
  expect((await response.text()).length).toBeLessThan(10_000);
});
