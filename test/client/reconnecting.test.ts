import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import seedrandom from "seedrandom";
import { expect, onTestFinished, test } from "vitest";
import {
  type ClientOptions,
  ConnectionError,
  RlveGymClient,
  TimeoutError,
} from "../../src/client/client.ts";
import type { Config } from "../../src/config.ts";
import { environments, type Registry } from "../../src/environments/registry.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { startTestServer } from "../server/harness.ts";
import { FlakyProxy, findFreePort, listen, type startTcp } from "./fakes.ts";

/* A session outlives its connections: nothing is lost, mixed or counted twice. */

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");

/** Right answers of Sorting at level 1, by seed. */
const answers = Array.from(
  { length: 40 },
  (_, seed) => `<answer>${sorting.solve(generateProblem(sorting, 1, seed).instance)}</answer>`,
);

const WRONG = "<answer>x</answer>";

async function connect(url: string, options: ClientOptions = {}): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url, options);
  onTestFinished(() => client.close());
  return client;
}

/** A server behind a network that fails when it is told to. */
async function startBehindProxy(overrides: Partial<Config> = {}) {
  const server = await startTestServer(overrides);
  const proxy = await FlakyProxy.start(() => server.address.port);
  return { server, proxy };
}

test("a restarted server has the session again, all that it is", async () => {
  const port = await findFreePort();
  const first = await startTestServer({ port });
  const client = await connect(first.httpUrl);
  await client.reset({
    environment: "Sorting",
    difficulty: 1,
    seed: 3,
    answer_markers: ["<answer>", "</answer>"],
    reading: { innermost: true },
    explain: true,
    split: "all",
    episode_id: "mine",
  });
  await client.step(WRONG);
  await client.step(answers[3]);
  const before = await client.state();
  await first.drain();
  const calls = [client.state(), client.step(answers[3]), client.state()] as const;
  await delay(300);
  await startTestServer({ port });
  const [same, step, after] = await Promise.all(calls);
  expect(same).toEqual(before);
  expect(step.reward).toBe(1);
  expect(after).toEqual({ ...before, step_count: 3, num_samples: 3, sum_accuracy: 2 });
  expect((await client.step(WRONG)).metadata.reason).toBeTypeOf("string");
  expect((await client.reset()).metadata).toMatchObject({ environment: "Sorting", seed: 4 });
});

test("an idle end is no end, also where the server is away at the first call after it", async () => {
  const port = await findFreePort();
  const server = await startTestServer({ port, sessionIdleTimeoutS: 0.1 });
  const client = await connect(server.httpUrl);
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  const before = await client.state();
  await delay(400);
  expect(await client.state()).toEqual(before);
  await delay(400);
  await server.drain();
  const reset = client.reset();
  await delay(200);
  await startTestServer({ port });
  expect((await reset).metadata.problem_id).toMatch(/\/1\/4$/);
});

/** What stands in a server's place for a while, one after the other. */
const OBSTACLES: Record<string, (port: number) => Promise<() => Promise<unknown>>> = {
  "an end of the connection": (port) => standTcp(port, (socket) => socket.end()),
  "a reset": (port) => standTcp(port, (socket) => socket.resetAndDestroy()),
  "half a handshake": (port) => standTcp(port, (socket) => socket.end("HTTP/1.1 101 Swi")),
  502: (port) => standHttp(port, 502),
  503: (port) => standHttp(port, 503),
};

async function standTcp(port: number, connected: Parameters<typeof startTcp>[0]) {
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.resume();
    connected(socket);
  });
  await listen(server, port);
  return () => new Promise((resolve) => server.close(resolve));
}

async function standHttp(port: number, status: number) {
  const server = createServer((_request, response) => response.writeHead(status).end());
  await listen(server, port);
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}

test.each(Object.entries(OBSTACLES))("%s is tried again", async (_name, stand) => {
  const port = await findFreePort();
  const server = await startTestServer({ port });
  const client = await connect(server.httpUrl);
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  await server.drain();
  const leave = await stand(port);
  const step = client.step(answers[3]);
  await delay(100);
  await leave();
  await startTestServer({ port });
  expect((await step).reward).toBe(1);
  expect((await client.state()).num_samples).toBe(1);
});

test("a server without room is asked again until it has some", async () => {
  const { server, proxy } = await startBehindProxy({ maxSessions: 1 });
  const client = await connect(proxy.url);
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  proxy.drop();
  await delay(50);
  const other = await connect(server.httpUrl);
  await other.state();
  const step = client.step(answers[3]);
  await delay(200);
  await other.close();
  expect((await step).reward).toBe(1);
});

test("an outage that lasts ends in an error, and the session goes on after it", async () => {
  const port = await findFreePort();
  const server = await startTestServer({ port });
  const client = await connect(server.httpUrl, { reconnectTimeoutMs: 200 });
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  await server.drain();
  await expect(client.step(answers[3])).rejects.toMatchObject({ code: "UNREACHABLE" });
  await startTestServer({ port });
  expect((await client.step(answers[3])).reward).toBe(1);
  expect((await client.state()).num_samples).toBe(1);
});

test("what is given up does not count, and its reply is nobody else's", async () => {
  const { proxy } = await startBehindProxy();
  const client = await connect(proxy.url, { connectTimeoutMs: 200 });
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  proxy.isSilent = true;
  await expect(client.step(answers[3], { timeoutMs: 100 })).rejects.toThrow(TimeoutError);
  const controller = new AbortController();
  const steps = [client.step(answers[3], { signal: controller.signal }), client.step(WRONG)];
  const outcomes = Promise.allSettled(steps);
  await delay(50);
  controller.abort(new Error("enough"));
  proxy.isSilent = false;
  expect(await outcomes).toMatchObject([
    { status: "rejected", reason: { message: "enough" } },
    { status: "fulfilled", value: { reward: -1 } },
  ]);
  await expect(client.state({ signal: controller.signal })).rejects.toThrow("enough");
  expect(await client.state()).toMatchObject({ num_samples: 1, sum_accuracy: 0 });
});

test("a stored problem is restored from its config", async () => {
  const { proxy } = await startBehindProxy({ exposeAnswers: true });
  const client = await connect(proxy.url);
  const { problems } = await client.generate({
    problems: [{ problem_id: "Sorting@2/1/3" }],
    include: ["config"],
  });
  const [problem] = problems;
  if ("error" in problem) throw new Error("no problem");
  await client.reset({ environment: "Sorting", config: problem.config as never });
  for (let count = 1; count < 4; count++) {
    proxy.drop();
    expect((await client.step(answers[3])).reward).toBe(1);
    expect(await client.state()).toMatchObject({ num_samples: count, problem_id: null });
  }
  await expect(client.reset({ config: { parameter: {} } })).rejects.toThrow();
  proxy.drop();
  expect((await client.step(answers[3])).reward).toBe(1);
});

/** A client whose session began on a server, behind which another one stands since. */
async function moveTo(registry: Registry): Promise<RlveGymClient> {
  const first = await startTestServer();
  const next = await startTestServer({}, createInProcessProblems({ registry }));
  let { port } = first.address;
  const proxy = await FlakyProxy.start(() => port);
  const client = await connect(proxy.url);
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  port = next.address.port;
  proxy.drop();
  return client;
}

const LOST = { status: "rejected", reason: { name: "ConnectionError", code: "SESSION_LOST" } };

test("a session that cannot be restored is said to be lost, once", async () => {
  const client = await moveTo(new Map([...environments].filter(([id]) => id !== "Sorting")));
  const calls = [client.step(answers[3]), client.reset()];
  expect(await Promise.allSettled(calls)).toMatchObject([LOST, LOST]);
  expect((await client.reset()).metadata).toMatchObject({ environment: "Multiplication", seed: 0 });
});

test("a problem that is another now is lost alone: its settings hold, batches go on", async () => {
  const moved = { ...sorting, version: 99 };
  const client = await moveTo(new Map([...environments, ["Sorting", moved]]));
  const solve = (seed: number) =>
    `<answer>${sorting.solve(generateProblem(moved, 1, seed).instance)}</answer>`;
  const problems = [{ problem_id: "Sorting@99/1/5", outputs: [solve(5)] }];
  expect(await client.verify({ problems })).toMatchObject({ results: [{ reward: [1] }] });
  const calls = [client.step(answers[3]), client.state(), client.reset(), client.step(solve(4))];
  expect(await Promise.allSettled(calls)).toMatchObject([
    LOST,
    { status: "fulfilled", value: { difficulty: 1, problem_id: null, num_samples: 0 } },
    { status: "fulfilled", value: { metadata: { problem_id: "Sorting@99/1/4" } } },
    { status: "fulfilled", value: { reward: 1 } },
  ]);
});

test("many calls at once get their own replies", async () => {
  const { proxy } = await startBehindProxy();
  const client = await connect(proxy.url);
  const call = async (seed: number) => {
    const { metadata } = await client.reset({ environment: "Sorting", difficulty: 1, seed });
    return metadata.seed;
  };
  const seeds = answers.map((_, seed) => seed);
  const calls = Promise.all(seeds.map(call));
  await delay(5);
  proxy.drop();
  expect(await calls).toEqual(seeds);
});

/** Numbers from 0 up to 1, the same every time. */
function createDraw(seed: number): () => number {
  const random = seedrandom.alea(String(seed));
  return () => random();
}

/** An episode, of which all is sent at once: what is sent together is cut together. */
async function play(client: RlveGymClient, seed: number, draw: () => number): Promise<void> {
  const rights = Array.from({ length: 3 }, () => draw() < 0.5);
  const reset = client.reset({
    environment: "Sorting",
    difficulty: 1,
    ...(seed === 0 && { seed: 0 }),
  });
  const steps = rights.map((isRight) => client.step(isRight ? answers[seed] : WRONG));
  const verified = client.verify({
    problems: [
      { problem_id: `Sorting@2/1/${seed}`, outputs: [answers[seed], WRONG] },
      { outputs: [WRONG] },
    ],
  });
  const state = client.state();
  expect((await reset).metadata.problem_id).toBe(`Sorting@2/1/${seed}`);
  for (const [index, isRight] of rights.entries()) {
    expect((await steps[index]).reward).toBe(isRight ? 1 : -1);
  }
  expect((await verified).results).toMatchObject([{ reward: [1, -1] }, { reward: [-1] }]);
  expect(await state).toMatchObject({
    seed: seed + 1,
    step_count: 4,
    num_samples: 4,
    sum_accuracy: rights.filter(Boolean).length,
  });
}

test.each(["msgpack", "json"] as const)(
  "%s: five hundred cuts at random bytes lose nothing, mix nothing, count nothing twice",
  async (encoding) => {
    const draw = createDraw(1);
    const server = await startTestServer();
    const proxies: FlakyProxy[] = [];
    const countCuts = () => proxies.reduce((sum, proxy) => sum + proxy.cuts, 0);
    let episodes = 0;
    // Side by side: most of the time passes in pauses before a connection is tried to be had again.
    const runs = Array.from({ length: 10 }, async () => {
      let connections = 0;
      // Anywhere, and each client's every other time after a while, so that there is progress.
      const drawRoom = () =>
        ++connections % 2 === 0 ? 4000 + Math.floor(draw() * 3000) : Math.floor(draw() * 3500);
      const proxy = await FlakyProxy.start(() => server.address.port, drawRoom);
      proxies.push(proxy);
      const client = await connectThrough(proxy, encoding);
      for (let seed = 0; countCuts() < 500; seed++, episodes++) {
        await play(client, seed % answers.length, draw);
      }
    });
    await Promise.all(runs);
    expect(episodes).toBeGreaterThan(50);
  },
);

/** The first connection may be cut before it is one. */
async function connectThrough(
  { url }: FlakyProxy,
  encoding: "msgpack" | "json",
): Promise<RlveGymClient> {
  for (;;) {
    try {
      return await connect(url, { encoding });
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
    }
  }
}
