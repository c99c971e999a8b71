import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { environments } from "../../src/environments/registry.ts";
import { createLog } from "../../src/log.ts";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import { startServer } from "../../src/server/server.ts";

test("a server whose workers cannot start is healthy, but not ready, and fails what needs one", async () => {
  const problems = createPooledProblems({
    registry: environments,
    registryModule: new URL("file:///nowhere/registry.js"),
    generationTimeoutMs: 1000,
    workers: 1,
  });
  onTestFinished(() => problems.close());
  const server = await startServer({
    config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
    problems,
    log: createLog("silent"),
    isReady: () => problems.statistics.readyWorkers > 0,
  });
  onTestFinished(() => server.drain());
  const url = `http://127.0.0.1:${server.address.port}`;
  const ready = await fetch(`${url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: "no workers" }]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const reset = await fetch(`${url}/reset`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ environment: "Sorting", difficulty: 5, seed: 1 }),
  });
  expect(await reset.json()).toMatchObject({
    observation: { success: false, problem_input: null },
  });
  expect((await fetch(`${url}/ready`)).status).toBe(503);
});
