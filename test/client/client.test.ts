import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import {
  type ClientOptions,
  ConnectionError,
  RlveGymClient,
  RlveGymError,
  TimeoutError,
} from "../../src/client/client.ts";
import { environments } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { startTestServer } from "../server/harness.ts";

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");

async function connect(url: string, options?: ClientOptions): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url, options);
  onTestFinished(() => client.close());
  return client;
}

/** A server that does with each message what the test wants. */
async function startOddServer(answer: (send: (text: string) => void, close: () => void) => void) {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (ws) => {
    ws.on("message", () =>
      answer(
        (text) => ws.send(text),
        () => ws.terminate(),
      ),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const ws of sockets.clients) ws.terminate();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

test.each(["msgpack", "json"] as const)("%s: an episode, and batches", async (encoding) => {
  const { httpUrl } = await startTestServer();
  const client = await connect(httpUrl, { encoding });
  const { observation, metadata } = await client.reset({
    environment: "Sorting",
    difficulty: 1,
    seed: 4,
  });
  const problem = generateProblem(sorting, 1, 4);
  expect(observation.problem_input).toBe(problem.prompt);
  const output = `<answer>${sorting.solve(problem.instance)}</answer>`;
  expect((await client.step(output)).reward).toBe(1);
  expect(await client.state()).toMatchObject({ num_samples: 1, sum_accuracy: 1 });
  const { results } = await client.verify({
    problems: [{ problem_id: metadata.problem_id, outputs: [output, ""] }],
  });
  expect(results).toEqual([{ reward: [1, -1], accuracy: [1, 0], format_score: [1, 0] }]);
  const { problems } = await client.generate({ problems: [{ problem_id: "Sorting@2/1/4" }] });
  expect(problems[0]).toMatchObject({ problem_input: problem.prompt });
});

test("requests may be pipelined", async () => {
  const { url } = await startTestServer();
  const client = await connect(url.replace("/ws", ""));
  const replies = await Promise.all([
    client.reset({ environment: "Sorting", seed: 1 }),
    ...Array.from({ length: 500 }, () => client.step("<answer>1</answer>")),
  ]);
  expect(replies.slice(1).every(({ reward }) => reward === -0.5)).toBe(true);
  expect((await client.state()).num_samples).toBe(500);
});

test("a stream of verifications comes back in order, a result a problem", async () => {
  const { httpUrl } = await startTestServer();
  const client = await connect(httpUrl);
  async function* problems() {
    for (let seed = 0; seed < 100; seed++) {
      const { instance } = generateProblem(sorting as never, 0, seed);
      const right = seed % 3 === 0 ? sorting?.solve(instance) : "0";
      yield { problem_id: `Sorting@2/0/${seed}`, outputs: [`<answer>${right}</answer>`] };
    }
  }
  const accuracy: (number | null)[] = [];
  for await (const result of client.verifyMany(problems(), { batchSize: 7, window: 3 })) {
    if ("error" in result) throw new Error(result.error.message);
    accuracy.push(...result.accuracy);
  }
  expect(accuracy).toEqual(Array.from({ length: 100 }, (_, seed) => (seed % 3 === 0 ? 1 : 0)));
});

test("an error of the server is typed, and the session lives on", async () => {
  const { httpUrl } = await startTestServer();
  const client = await connect(httpUrl);
  const error = await client.reset({ environment: "Sortng" }).catch((caught) => caught);
  expect(error).toBeInstanceOf(RlveGymError);
  expect(error).toMatchObject({
    code: "VALIDATION_ERROR",
    message: expect.stringContaining("Did you mean"),
  });
  expect((await client.reset()).observation.success).toBe(true);
});

test("a refused connection says why", async () => {
  const { httpUrl } = await startTestServer({ maxSessions: 1, apiKey: "k" });
  const keyless = await connect(httpUrl);
  await expect(keyless.state()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await connect(httpUrl, { apiKey: "k" });
  const surplus = await connect(httpUrl, { apiKey: "k" });
  await delay(50); // the refusal comes unasked; what is asked later hears it too
  await expect(surplus.state()).rejects.toMatchObject({
    code: "CAPACITY_REACHED",
    details: { active_sessions: 1, max_sessions: 1 },
  });
});

test("no server, a server of another kind, a lost connection, no reply in time", async () => {
  await expect(RlveGymClient.connect("http://127.0.0.1:9")).rejects.toThrow(ConnectionError);
  const http = createServer((_request, response) => response.end("hello"));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void http.close());
  const { port } = http.address() as AddressInfo;
  await expect(RlveGymClient.connect(`http://127.0.0.1:${port}`)).rejects.toThrow(
    /cannot connect to ws:/,
  );

  const lost = await connect(await startOddServer((_send, close) => close()));
  await expect(lost.state()).rejects.toThrow(ConnectionError);
  await expect(lost.state()).rejects.toThrow(ConnectionError);

  const slow = await connect(await startOddServer(() => {}), { timeoutMs: 1_000 });
  await expect(slow.state()).rejects.toThrow(TimeoutError);
});

test("closing rejects what is unanswered, and may be repeated", async () => {
  const client = await connect(await startOddServer(() => {}));
  const unanswered = client.state();
  unanswered.catch(() => {});
  await client.close();
  await client.close();
  await expect(unanswered).rejects.toThrow(ConnectionError);
  await expect(client.state()).rejects.toThrow(ConnectionError);
});
