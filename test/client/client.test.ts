import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import {
  type ClientOptions,
  ConnectionError,
  InvalidRequestError,
  RlveGymClient,
  RlveGymError,
} from "../../src/client/client.ts";
import { environments } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { startTestServer } from "../server/harness.ts";
import { startFake } from "./fakes.ts";

const sorting = environments.get("Sorting");
if (sorting === undefined) throw new Error("Sorting is not registered");

async function connect(url: string, options?: ClientOptions): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url, options);
  onTestFinished(() => client.close());
  return client;
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

test("closing rejects what is unanswered, and may be repeated", async () => {
  const client = await connect(await startFake({}));
  const unanswered = client.state();
  unanswered.catch(() => {});
  await client.close();
  await client.close();
  await expect(unanswered).rejects.toThrow(ConnectionError);
  await expect(client.state()).rejects.toThrow(ConnectionError);
});

test("closing ends the tries to have a connection again, and does not wait for a dead server", async () => {
  const server = await startTestServer();
  const client = await connect(server.httpUrl);
  await client.reset();
  await server.drain();
  const unanswered = client.state();
  unanswered.catch(() => {});
  await delay(50);
  await client.close();
  await expect(unanswered).rejects.toMatchObject({ code: "CLOSED" });
});

test("markers in both shapes, readings, splits and headers", async () => {
  const { httpUrl } = await startTestServer({ apiKey: "k" });
  const client = await connect(httpUrl, { headers: { Authorization: "Bearer k", "x-mine": "1" } });
  for (const answer_markers of [["[[", "]]"] as const, { start: "[[", end: "]]" }]) {
    const { metadata } = await client.reset({
      environment: "Sorting",
      difficulty: 3,
      answer_markers,
      reading: { lenient: true },
      split: "test",
    });
    expect(metadata.split).toBe("test");
    expect(await client.state()).toMatchObject({
      answer_markers: ["[[", "]]"],
      reading: { lenient: true },
      split: "test",
    });
    const problem = generateProblem(sorting, 3, metadata.seed ?? -1);
    const output = `[[**${sorting.solve(problem.instance)}**]]`;
    expect((await client.step(output)).reward).toBe(1);
    const problems = [{ problem_id: metadata.problem_id, outputs: [output] }];
    const { results } = await client.verify({ problems, answer_markers, explain: true });
    expect(results).toMatchObject([{ reward: [1] }]);
  }
});

test.each(["HOST", "http://HOST/", "http://HOST/ws", "ws://HOST", "ws://HOST/ws/", " HOST/ws "])(
  "an address may be written %s",
  async (address) => {
    const { httpUrl } = await startTestServer();
    const client = await connect(address.replace("HOST", new URL(httpUrl).host));
    expect((await client.state()).num_samples).toBe(0);
  },
);

test.each(["", "ftp://localhost", "http://", "http://a b"])("%s is no address", async (address) => {
  await expect(RlveGymClient.connect(address)).rejects.toMatchObject({ code: "WRONG_SERVER" });
});

test("what cannot be sent is said, and nothing else suffers", async () => {
  const { httpUrl } = await startTestServer();
  await expect(RlveGymClient.connect(httpUrl, { headers: { "a b": "" } })).rejects.toThrow(
    InvalidRequestError,
  );
  for (const encoding of ["msgpack", "json"] as const) {
    const client = await connect(httpUrl, { encoding });
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    await expect(client.reset({ circle })).rejects.toThrow(InvalidRequestError);
    expect((await client.reset({ seed: 3 })).metadata.seed).toBe(3);
  }
});
