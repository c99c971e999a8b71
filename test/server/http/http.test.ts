import { connect as connectTcp } from "node:net";
import { expect, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { startTestServer, until } from "../harness.ts";
import { ask, createTestApp } from "./test-app.ts";

test("health and readiness, with any query, and without the key", async () => {
  const app = createTestApp({ key: "secret" });
  for (const query of ["", "?from=balancer"]) {
    expect((await ask(app, `/health${query}`)).body).toEqual({ status: "healthy" });
    expect((await ask(app, `/ready${query}`)).body).toEqual({ status: "ready" });
  }
  expect((await ask(app, "/health", {})).status).toBe(401);
  const refused = await app.request("/state");
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toBe("Bearer");
});

test("one-shot reset, step and state", async () => {
  const app = createTestApp();
  const reset = await ask(app, "/reset", {
    environment: "Sorting",
    seed: 3,
    prompt: "ignored",
  });
  expect(reset.status).toBe(200);
  expect(reset.body).toMatchObject({
    observation: { success: true, verifier_result: null },
    reward: null,
    done: false,
    metadata: { problem_id: "Sorting@2/0/3", ignored: ["prompt"] },
  });
  expect((await ask(app, "/reset", undefined, "POST")).body.metadata.environment).toBe(
    "Multiplication",
  );

  const output = "<answer>1 2 3</answer>";
  for (const named of [
    { problem_id: "Sorting@2/0/3" },
    { environment: "Sorting", difficulty: 0, seed: 3 },
    {
      environment: "Sorting",
      config: {
        parameter: { N: 3, array: [3, 2, 1], gold_answer: [1, 2, 3], reference_answer: "1 2 3" },
      },
    },
  ]) {
    const step = await ask(app, "/step", { action: { output }, timeout_s: 5, ...named });
    expect(step.status).toBe(200);
    expect(step.body).toMatchObject({ done: true, observation: { success: true } });
    expect(typeof step.body.reward).toBe("number");
  }
  const unnamed = (await ask(app, "/step", { action: { output } })).body;
  expect(unnamed).toMatchObject({ reward: null, done: false, observation: { success: false } });
  expect((await ask(app, "/state")).body).toMatchObject({
    episode_id: null,
    step_count: 0,
    seed: 0,
  });
});

test("batches", async () => {
  const app = createTestApp();
  const problem_id = "Sorting@2/0/3";
  const { results } = (await ask(app, "/verify", { problems: [{ problem_id, outputs: ["", ""] }] }))
    .body;
  expect(results).toEqual([{ reward: [-1, -1], accuracy: [0, 0], format_score: [0, 0] }]);
  const { problems } = (await ask(app, "/generate", { problems: [{ problem_id }] })).body;
  expect(problems[0]).toMatchObject({ problem_id, environment: "Sorting", seed: 3 });
});

test("integers beyond 2^53 pass through unharmed", async () => {
  const app = createTestApp();
  const body = `{"environment":"Multiplication","explain":true,"action":{"output":"<answer>12345678901234567891</answer>"},
    "config":{"parameter":{"digit_num":20,"a":12345678901234567891,"b":1,"reference_answer":12345678901234567891,"prompt_template":0}}}`;
  const step = (await ask(app, "/step", body)).body;
  expect(step.reward).toBe(1);
  expect(step.observation.problem_input).toContain("12345678901234567891");
});

test.each([
  ["/reset", { seed: -1 }, ["body", "seed"], "too_small"],
  ["/reset", { environment: "Sortng" }, ["body", "environment"], "value_error"],
  ["/reset", "{", ["body"], "json_invalid"],
  ["/step", {}, ["body", "action"], "missing"],
  ["/step", { action: {} }, ["body", "action", "output"], "missing"],
  ["/step", { action: { output: "", extra: 1 } }, ["body", "action", "extra"], "extra_forbidden"],
  [
    "/verify",
    { problems: [{ outputs: [1] }] },
    ["body", "problems", 0, "outputs", 0],
    "invalid_type",
  ],
  ["/generate", {}, ["body", "problems"], "value_error"],
])("%s %j is 422 and says where", async (path, body, loc, type) => {
  const app = createTestApp();
  const response = await ask(app, `${path}`, body);
  expect(response.status).toBe(422);
  expect(response.body.detail[0]).toEqual({ loc, type, msg: expect.any(String) });
});

test("too much, unknown paths and wrong methods", async () => {
  const app = createTestApp({ context: { limits: { maxMessageBytes: 5_000, maxBatch: 2 } } });
  expect((await ask(app, "/verify", "x".repeat(6_000))).status).toBe(413);
  const problems = [1, 2, 3].map(() => ({ problem_id: "Sorting@2/0/0" }));
  expect((await ask(app, "/generate", { problems })).status).toBe(413);
  expect((await ask(app, "/nothing")).body).toEqual({ detail: "Not Found" });
  const wrongMethod = await app.request("/reset");
  expect(wrongMethod.status).toBe(405);
  expect(wrongMethod.headers.get("allow")).toBe("POST");
  const noUpgrade = await app.request("/ws");
  expect(noUpgrade.status).toBe(426);
  expect(noUpgrade.headers.get("upgrade")).toBe("websocket");
});

test("a request that has begun is answered while the server drains", async () => {
  const server = await startTestServer({ drainTimeoutS: 10 });
  const body = JSON.stringify({ problems: [{ problem_id: "Sorting@2/0/3", outputs: [""] }] });
  const tcp = connectTcp(server.address.port, "127.0.0.1");
  let answer = "";
  tcp.on("data", (data) => {
    answer += data;
  });
  const ended = new Promise((resolve) => tcp.once("close", resolve));
  tcp.write(
    `POST /verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await until(() => answer.includes("100 Continue"), "the request is being read");
  const drained = server.drain();
  tcp.write(body);
  await ended;
  await drained;
  expect(answer).toContain("200 OK");
  expect(answer).toContain('{"results":');
});

test("the environments, and one of them", async () => {
  const app = createTestApp();
  const list = (await ask(app, "/environments")).body;
  expect(list).toHaveLength(environments.size);
  const sorting = (await ask(app, "/environments/Sorting")).body;
  expect(sorting).toMatchObject({
    id: "Sorting",
    family: "sorting",
    version: environments.get("Sorting")?.version,
    answer_form: "integers separated by spaces",
  });
  expect(sorting.levels.slice(0, 2)).toEqual([[{ N: 3 }], [{ N: 4 }]]);
  expect(sorting.parameters.properties.N).toMatchObject({ type: "integer", minimum: 1 });
  const unknown = await ask(app, "/environments/Sortng");
  expect(unknown.status).toBe(404);
  expect(unknown.body.detail).toContain("Did you mean 'Sorting'");
  // Every environment's schemas can be told.
  for (const { id } of list) {
    expect((await ask(app, `/environments/${id}`)).status, id).toBe(200);
  }
});

test("environments by families and presets, and the figures that presets go by", async () => {
  const app = createTestApp();
  const listed = await ask(
    app,
    "/environments?names=Knapsack,family:sorting%2Bno-guessing&levels=6,10",
  );
  const ids: string[] = listed.body.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(["Knapsack", "Sorting"]));
  for (const id of ids.filter((one) => one !== "Knapsack")) {
    const { quality } = (await ask(app, `/environments/${id}`)).body;
    const row = quality.find(({ level }: { level: number }) => level === 6);
    expect(row.chance, id).toBeLessThan(0.05);
    expect(row.policies.empty, id).toMatchObject({ accuracy: expect.any(Number) });
  }
  const refused = await ask(app, "/environments?names=no-gessing");
  expect(refused.status).toBe(422);
  expect(refused.body.detail[0].loc).toEqual(["query", "names"]);
  expect(refused.body.detail[0].msg).toContain(
    "The presets are short-answers, no-guessing, diverse",
  );
});

test("descriptions: metadata and schemas", async () => {
  const app = createTestApp();
  expect((await ask(app, "/metadata")).body).toMatchObject({
    name: "rlve_gym",
    readme_content: expect.stringContaining("RLVE-Gym"),
  });
  const schema = (await ask(app, "/schema")).body;
  expect(Object.keys(schema)).toEqual(["action", "observation", "reset_observation", "state"]);
  expect(Object.keys(schema.observation.properties)).toEqual(
    expect.arrayContaining(["problem_input", "verifier_result", "reward", "done", "metadata"]),
  );
});
