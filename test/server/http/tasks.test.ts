import { expect, test } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import type { RequestContext } from "../../../src/requests/context.ts";
import { Peer, startTestServer } from "../harness.ts";
import { ask, createTestApp } from "./test-app.ts";

function createTasks(context: Partial<RequestContext> = {}) {
  const app = createTestApp({ context });
  return {
    get: (path: string) => ask(app, path),
    post: (action: string, body: unknown) => ask(app, `/rlve_gym/${action}`, body),
  };
}

test("the server's name and its splits", async () => {
  const { get } = createTasks();
  expect((await get("/list_environments")).body).toEqual(["rlve_gym"]);
  for (const name of ["rlve_gym", "RLVE_Gym"]) {
    expect((await get(`/${name}/splits`)).body).toEqual([
      { name: "train", type: "train" },
      { name: "test", type: "test" },
    ]);
  }
});

test("a task is the first problem of its split from its turn's seeds on, with its prompt, without gold", async () => {
  const { post } = createTasks({ exposeAnswers: true });
  const identifiers = [...environments.keys()].sort();
  for (const split of ["train", "test"] as const) {
    for (const [index, environment, difficulty, first] of [
      [0, identifiers[0], 0, 0],
      [1, identifiers[1], 0, 0],
      [environments.size * 3 + 2, identifiers[2], 3, 0],
      [environments.size * 10, identifiers[0], 0, 64],
    ] as const) {
      const { status, body } = await post("task", { split, index });
      expect(status).toBe(200);
      const registered = environments.get(environment);
      if (registered === undefined) throw new Error(`${environment} is not registered`);
      const seeds = Array.from({ length: 64 }, (_, offset) => first + offset);
      const problem = seeds
        .map((seed) => generateProblem(registered, difficulty, seed))
        .find((candidate) => candidate.split === split);
      const task = {
        environment,
        difficulty,
        seed: problem?.seed,
        parameters: JSON.parse(JSON.stringify(problem?.parameters)),
        split,
      };
      expect(body).toEqual({
        task: { problem_id: problem?.id, ...task, problem_input: problem?.prompt },
      });
    }
  }
});

test("no prompt of a test task is a train task's, at the easiest levels either", async () => {
  const { post } = createTasks({ limits: { maxMessageBytes: 1 << 24, maxBatch: 10_000 } });
  const prompts = async (split: string, turn: number) => {
    const start = environments.size * 10 * turn;
    const { body } = await post("task_range", { split, start, stop: start + environments.size });
    expect(body.tasks).toHaveLength(environments.size);
    return body.tasks.map((task: { problem_input: string }) => task.problem_input);
  };
  const test = [...(await prompts("test", 0)), ...(await prompts("test", 1))];
  expect(test).not.toContain(undefined);
  const train = new Set([...(await prompts("train", 0)), ...(await prompts("train", 1))]);
  expect(test.filter((prompt) => train.has(prompt))).toEqual([]);
});

test("a reset starts a task by its split and index, or by the task itself", async () => {
  const { httpUrl, url } = await startTestServer();
  const response = await fetch(`${httpUrl}/rlve_gym/task`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ split: "test", index: 12 }),
  });
  const { task } = (await response.json()) as {
    task: { problem_id: string; problem_input: string };
  };
  const peer = await Peer.open(url);
  for (const data of [task, { split: "test", index: 12 }, { split: "test", index: 12, seed: 5 }]) {
    const { observation, metadata } = (await peer.ask({ type: "reset", data })).data;
    expect(observation.problem_input).toBe(task.problem_input);
    expect(metadata.problem_id).toBe(task.problem_id);
  }
  // A task has its own seed: the session's counter stays.
  expect((await peer.ask({ type: "state" })).data.seed).toBe(0);
  for (const [data, message] of [
    [{ split: "tset", index: 0 }, "unknown split 'tset'; served splits are ['train', 'test']"],
    [{ split: "test", index: -1 }, "There is no task -1 in test"],
  ] as const) {
    const refused = await peer.ask({ type: "reset", data });
    expect(refused.data).toMatchObject({ code: "VALIDATION_ERROR", errors: [{ loc: ["split"] }] });
    expect(refused.data.message).toContain(message);
  }
  // Columns of a dataset that mean something else are ignored, as all others.
  const trainer = await Peer.open(url);
  for (const data of [
    { problem_id: task.problem_id, split: "validation", index: "row-3" },
    { ...task, split: "train", index: 3 },
  ]) {
    const { metadata } = (await trainer.ask({ type: "reset", data })).data;
    expect(metadata.problem_id).toBe(task.problem_id);
    expect(metadata.ignored).toEqual(expect.arrayContaining(["split", "index"]));
  }
});

test.each(["train", "test"])("the count of %s is true", async (split) => {
  const { post } = createTasks();
  const { num_tasks } = (await post("num_tasks", { split })).body;
  expect(num_tasks).toBeGreaterThan(environments.size);
  expect((await post("task", { split, index: num_tasks - 1 })).status).toBe(200);
  expect(await post("task", { split, index: num_tasks })).toMatchObject({
    status: 400,
    body: { detail: "Invalid task index" },
  });
});

test("slices are Python's, and no longer than a batch", async () => {
  const { post } = createTasks({ limits: { maxMessageBytes: 1 << 20, maxBatch: 4 } });
  const { num_tasks } = (await post("num_tasks", { split: "test" })).body;
  const slice = async (start?: number | null, stop?: number | null) => {
    const { status, body } = await post("task_range", { split: "test", start, stop });
    return status === 200 ? body.tasks : { status, ...body };
  };
  const first = await slice(0, 4);
  expect(first).toHaveLength(4);
  expect(await slice(null, 3)).toEqual(first.slice(0, 3));
  expect(await slice(1, 3)).toEqual(first.slice(1, 3));
  expect(await slice(3, 1)).toEqual([]);
  expect(await slice(2, 2)).toEqual([]);
  const last = await slice(-2);
  expect(last).toHaveLength(2);
  expect(await slice(-2, num_tasks + 100)).toEqual(last);
  expect(await slice(-2, -1)).toEqual(last.slice(0, 1));
  expect(await slice(-num_tasks - 5, 2)).toEqual(first.slice(0, 2));
  expect(await slice(num_tasks, num_tasks + 5)).toEqual([]);
  expect(await slice()).toEqual({
    status: 413,
    detail: `${num_tasks} tasks in a range, but at most 4 are allowed.`,
  });
  const preview = (await post("tasks", { split: "test" })).body;
  expect(preview).toEqual({ tasks: first, env_name: "rlve_gym" });
});

test("a split's preview is its first hundred tasks", async () => {
  const { post } = createTasks();
  const { tasks } = (await post("tasks", { split: "train" })).body;
  expect(tasks).toHaveLength(100);
  expect(new Set(tasks.map((task: { problem_id: string }) => task.problem_id)).size).toBe(100);
  const range = (await post("task_range", { split: "train", start: 0, stop: 100 })).body;
  expect(range.tasks).toEqual(tasks);
});

test("errors are those of OpenEnv's server", async () => {
  const { get, post } = createTasks();
  expect(await get("/other/splits")).toMatchObject({
    status: 404,
    body: { detail: "unknown environment 'other'" },
  });
  expect((await get("/rlve_gym/other")).body).toEqual({ detail: "Not Found" });
  expect((await get("/rlve_gym/tasks")).status).toBe(405);
  const unknown = { detail: "unknown split 'x'; served splits are ['train', 'test']" };
  for (const [action, body] of [
    ["tasks", {}],
    ["num_tasks", {}],
    ["task", { index: 0 }],
    ["task_range", {}],
  ] as const) {
    expect(await post(action, { split: "x", ...body })).toMatchObject({
      status: 400,
      body: unknown,
    });
    expect((await post(action, body)).body.detail[0]).toMatchObject({
      loc: ["body", "split"],
      type: "missing",
    });
    const extra = await post(action, { split: "test", ...body, x: 1 });
    expect(extra.status).toBe(422);
    expect(extra.body.detail[0]).toMatchObject({ loc: ["body", "x"], type: "extra_forbidden" });
  }
  expect((await post("task", { split: "test", index: -1 })).body).toEqual({
    detail: "Invalid task index",
  });
  expect((await post("task", { split: "test", index: "1" })).status).toBe(422);
});
