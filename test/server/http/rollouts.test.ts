import { expect, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import { nemoGym } from "../../../src/rows/nemo-gym.ts";
import { toSample } from "../../../src/rows/sample.ts";
import { createLateProblems } from "../../requests/context.ts";
import { ask, createTestApp } from "./test-app.ts";

/* NeMo Gym's two routes, with what its simple agent sends: a row, then the row with the response. */

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");
const problem = generateProblem(sorting, 1, 7);
const gold = String(problem.instance.reference_answer);
const row = nemoGym.toRow(toSample(problem, { index: 0, systemPrompt: "Think.", answer: null }));

interface Item {
  readonly type: string;
  readonly [key: string]: unknown;
}

const say = (...texts: readonly string[]): Item => ({
  id: "msg_1",
  type: "message",
  role: "assistant",
  status: "completed",
  content: texts.map((text) => ({ type: "output_text", text, annotations: [], logprobs: null })),
});

/** As the Responses API has it. */
const respond = (...output: readonly Item[]) => ({
  id: "resp_1",
  created_at: 1764400000.5,
  object: "response",
  model: "policy",
  parallel_tool_calls: true,
  tool_choice: "auto",
  tools: [],
  usage: null,
  output,
});

const rollout = (...output: readonly Item[]) => ({ ...row, response: respond(...output) });

test("a rollout comes back whole, with its figures", async () => {
  const app = createTestApp();
  expect(await ask(app, "/seed_session", row)).toMatchObject({ status: 200, body: {} });
  const right = rollout(say("So: ", `<answer>${gold}</answer>`));
  expect((await ask(app, "/verify", right)).body).toEqual({
    ...right,
    reward: 1,
    accuracy: 1,
    format_score: 1,
    mask_sample: false,
  });
  const wrong = (await ask(app, "/verify", rollout(say("I do not know.")))).body;
  expect(wrong).toMatchObject({ reward: -1, accuracy: 0, format_score: 0, mask_sample: false });
});

test("token ids and other integers of any length come back as they were", async () => {
  const text = JSON.stringify(rollout(say("?"))).replace(
    '"usage":null',
    '"usage":2e0,"n":1234567890123456789012',
  );
  const { text: reply } = await ask(createTestApp(), "/verify", text);
  expect(reply).toContain('"n":1234567890123456789012');
});

test.each<[string, readonly Item[], number]>([
  ["the last message", [say("<answer>0</answer>"), say(`<answer>${gold}</answer>`)], 1],
  ["the last that has a text", [say(`<answer>${gold}</answer>`), say("")], 1],
  ["a text as content", [{ type: "message", content: `<answer>${gold}</answer>` }], 1],
  [
    "neither thoughts nor what tools and users say",
    [
      say("I shall look."),
      {
        type: "reasoning",
        content: [{ type: "reasoning_text", text: `<answer>${gold}</answer>` }],
      },
      { type: "function_call_output", call_id: "c", output: `<answer>${gold}</answer>` },
      { type: "message", role: "user", content: `<answer>${gold}</answer>` },
    ],
    -1,
  ],
  ["no thought in the text", [say(`<think><answer>${gold}</answer></think> No.`)], -1],
  ["nothing that is no text", [{ type: "message", content: [7, null, { text: 7 }] }], -1],
  ["no output at all", [], -1],
])("what is read: %s", async (_, output, reward) => {
  const { status, body } = await ask(createTestApp(), "/verify", rollout(...output));
  expect([status, body.reward]).toEqual([200, reward]);
});

test("a row may have markers and a reading of its own", async () => {
  const body = { ...rollout(say(`<think>[[${gold}]]`)), answer_markers: ["[[", "]]"] };
  const app = createTestApp();
  expect((await ask(app, "/verify", body)).body.reward).toBe(-1);
  expect((await ask(app, "/verify", { ...body, reading: {} })).body.reward).toBe(1);
});

test("a curriculum is told of a response once", async () => {
  const app = createTestApp();
  await ask(app, "/curricula/main", { environments: ["Sorting"], start: 1 }, "PUT");
  const body = { ...rollout(say(`<answer>${gold}</answer>`)), curriculum: "main" };
  expect((await ask(app, "/verify", body)).body.reward).toBe(1);
  expect((await ask(app, "/verify", body)).body.reward).toBe(1);
  const other = { ...body, response: { ...body.response, id: "resp_2" } };
  expect((await ask(app, "/verify", other)).status).toBe(200);
  const { environments } = (await ask(app, "/curricula/main")).body;
  expect(environments.Sorting).toMatchObject({ total_samples: 2, total_correct: 2 });
  expect((await ask(app, "/verify", { ...body, curriculum: "other" })).status).toBe(404);
});

test("where verification itself fails, the sample is masked", async () => {
  const problems = createLateProblems({
    verify: (_, outputs) => outputs.map(() => ({ failure: "failed", message: "A crash." })),
  });
  const { status, body } = await ask(
    createTestApp({ context: { problems } }),
    "/verify",
    rollout(say("?")),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ reward: 0, mask_sample: true, failure_kind: "verifier_error" });
  expect(body).not.toHaveProperty("accuracy");
});

test.each([
  ["/seed_session", { ...row, problem_id: "Sortng@2/1/7" }, "problem_id", "value_error"],
  ["/verify", { ...rollout(say("?")), problem_id: "Sorting@9/1/7" }, "problem_id", "value_error"],
  ["/verify", { ...rollout(say("?")), problem_id: undefined }, "problem_id", "missing"],
  ["/verify", row, "response", "missing"],
])(
  "%s refuses what is of no problem or has no response, and says where",
  async (path, body, key, type) => {
    const response = await ask(createTestApp(), path, body);
    expect(response.status).toBe(422);
    expect(response.body.detail).toEqual([{ loc: ["body", key], type, msg: expect.any(String) }]);
  },
);
