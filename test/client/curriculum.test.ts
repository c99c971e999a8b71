import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { RlveGymClient, TimeoutError } from "../../src/client/client.ts";
import { Curriculum } from "../../src/client/curriculum.ts";
import { Http } from "../../src/client/http.ts";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { parseProblemId } from "../../src/problems/reference.ts";
import { startTestServer } from "../server/harness.ts";
import { FlakyProxy, findFreePort, listen, startTcp } from "./fakes.ts";

const sorting = environments.get("Sorting");

async function connect(url: string): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url);
  onTestFinished(() => client.close());
  return client;
}

/** A busy machine is not a failure. */
const PATIENT = { timeout: 60_000 };

const DEFINITION = { environments: ["Sorting"], min_samples: 4 };

/** Draws problems, each with an output that is right. */
async function draw(curriculum: Curriculum, count: number) {
  const drawn = await curriculum.draw(count);
  return drawn.map(({ problem_id }) => {
    const reference = parseProblemId(problem_id ?? "", environments);
    if (sorting === undefined || isFailure(reference)) throw new Error("no such problem");
    const { id, instance } = generateProblem(sorting, reference.difficulty, reference.seed);
    return { problem_id: id ?? "", outputs: [`<answer>${sorting.solve(instance)}</answer>`] };
  });
}

/** How many outputs the curriculum has counted. */
async function countOf(curriculum: Curriculum): Promise<number> {
  return (await curriculum.state()).environments.Sorting.total_samples;
}

test("a curriculum is made, drawn from, told, looked at and moved to another server", async () => {
  const { httpUrl } = await startTestServer();
  const client = await connect(httpUrl);
  const main = client.curriculum("main");
  await expect(main.state()).rejects.toMatchObject({ name: "RlveGymError", message: /main/ });
  expect(await main.load(DEFINITION)).toMatchObject({ draws: 0 });
  const problems = await draw(main, 3);
  expect(await main.verify(problems, { explain: true })).toMatchObject({
    results: problems.map(() => ({ reward: [1], reason: [null] })),
    counted: true,
    rises: [],
  });
  const outcomes = [{ problem_id: problems[0].problem_id, samples: 1, correct: 1 }];
  const told = { counted: true, rises: [{ environment: "Sorting", top: 1, draws: 3 }] };
  expect(await main.report(outcomes, { report_id: "a" })).toEqual(told);
  expect(await client.report({ curriculum: "main", report_id: "a", outcomes })).toMatchObject({
    counted: false,
  });
  const state = await main.state();
  expect(state.environments.Sorting).toMatchObject({ top: 1, total_samples: 4 });

  const other = (await connect((await startTestServer()).httpUrl)).curriculum("main");
  await other.load({ environments: ["Knapsack"] });
  await expect(other.load(state)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  expect(await other.load(state, { replace: true })).toEqual(state);
  expect(await other.draw(2)).toEqual(await main.draw(2));
});

test("a stream reports batch by batch, and once under its id; groups share a draw", async () => {
  const client = await connect((await startTestServer()).httpUrl);
  const main = client.curriculum("main");
  await main.load({ ...DEFINITION, min_samples: 100 });
  const problems = await draw(main, 5);
  const verify = async (report_id?: string) => {
    const options = { curriculum: "main", report_id, batchSize: 2 };
    const results: unknown[] = [];
    for await (const result of client.verifyMany(problems, options)) results.push(result);
    expect(results).toMatchObject(problems.map(() => ({ reward: [1] })));
  };
  await verify("step 1");
  await verify("step 1");
  expect(await countOf(main)).toBe(5);
  await verify();
  expect(await countOf(main)).toBe(10);
  const [first, second, third] = await main.drawGroups(["a", "b", "a"]);
  expect(third).toEqual(first);
  expect(second).not.toEqual(first);
});

test("what is told to a curriculum counts once, though it is sent again", async () => {
  const server = await startTestServer();
  const proxy = await FlakyProxy.start(() => server.address.port);
  const client = await connect(proxy.url);
  const main = client.curriculum("main");
  await main.load(DEFINITION);
  const watched = (await connect(server.httpUrl)).curriculum("main");
  const problems = await draw(main, 2);
  const [{ problem_id }] = problems;
  const tell = [
    () => main.verify(problems),
    () => client.verify({ curriculum: "main", problems }),
    () => main.report([{ problem_id, samples: 2, correct: 0 }]),
  ];
  for (const [index, call] of tell.entries()) {
    await client.state();
    proxy.losesReplies = true;
    const reply = call();
    await expect.poll(() => countOf(watched), PATIENT).toBe(2 * index + 2);
    proxy.losesReplies = false;
    proxy.drop();
    expect(await reply).toMatchObject({ counted: false });
    expect(await countOf(watched)).toBe(2 * index + 2);
  }
});

test("a server that is away for a while is asked again for a state", async () => {
  const port = await findFreePort();
  const first = await startTestServer({ port });
  const main = (await connect(first.httpUrl)).curriculum("main");
  await first.drain();
  const load = main.load(DEFINITION);
  await delay(200);
  const second = await startTestServer({ port });
  expect(await load).toMatchObject({ draws: 0 });
  await second.drain();
  const controller = new AbortController();
  const state = main.state({ signal: controller.signal });
  controller.abort(new Error("enough"));
  await expect(state).rejects.toThrow("enough");
});

test.each([
  ["a page", 200, "<html>"],
  ["a page of errors", 404, "<html>"],
  ["an error of another shape", 404, '{"error": 1}'],
])("%s in place of a state is said to be of a wrong server", async (_what, status, body) => {
  const { httpUrl } = await startTestServer();
  const page = createServer((_request, response) => response.writeHead(status).end(body));
  const url = await listen(page);
  onTestFinished(() => void page.close());
  const http = new Http([url], { headers: {}, timeoutMs: 1000, reconnectTimeoutMs: 1000 });
  const main = new Curriculum("main", await connect(httpUrl), http);
  await expect(main.state()).rejects.toMatchObject({ code: "WRONG_SERVER" });
});

test("a server that gives no state in time, or none at all, is said", async () => {
  const client = await connect((await startTestServer()).httpUrl);
  const silent = new Http([await startTcp((socket) => socket.resume())], {
    headers: {},
    timeoutMs: 100,
    reconnectTimeoutMs: 100,
  });
  await expect(new Curriculum("main", client, silent).state()).rejects.toThrow(TimeoutError);
  const absent = new Http([`http://127.0.0.1:${await findFreePort()}`], {
    headers: {},
    timeoutMs: 100,
    reconnectTimeoutMs: 100,
  });
  const state = new Curriculum("main", client, absent).state();
  await expect(state).rejects.toMatchObject({ code: "UNREACHABLE" });
});
