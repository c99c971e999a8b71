import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { RlveGymClient, RlveGymError } from "../../../src/client/client.ts";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import { findFreePort } from "../../client/fakes.ts";
import { RedisServer, until } from "../redis/redis-server.ts";
import { ServerProcess } from "../redis/server-process.ts";
import { idOf } from "../redis/servers.ts";
import { HaProxy } from "./haproxy.ts";

/*
 * Three servers on one Redis, an HAProxy before them. Each of the five is killed and started again
 * in turn, while batches go to the servers and sessions through the proxy: no verification is lost
 * or wrong, the curriculum counts what it was told once, and sessions go on.
 */

const environment = environments.get("Multiplication");
if (environment === undefined) throw new Error("Multiplication is not registered");

/** Right answers at level 0, by seed. */
const answers = Array.from(
  { length: 50 },
  (_, seed) =>
    `<answer>${environment.solve(generateProblem(environment, 0, seed).instance)}</answer>`,
);

const WRONG = "<answer>-1</answer>";

/** Three servers, what is behind them and what is in front, which end with the test. */
async function startAll() {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.end());
  const store = redis.url();
  const servers = await Promise.all([1, 2, 3].map(() => ServerProcess.start(store)));
  const proxy = new HaProxy(
    await findFreePort(),
    servers.map(({ port }) => port),
  );
  onTestFinished(() => proxy.end());
  await Promise.all(servers.map(({ url }) => untilReady(url)));
  await proxy.start();
  await untilReady(proxy.url);
  return { redis, servers, proxy };
}

async function untilReady(url: string): Promise<void> {
  await until(() =>
    fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

type All = Awaited<ReturnType<typeof startAll>>;

async function connect(url: string | readonly string[]): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(url, { reconnectTimeoutMs: 60_000 });
  onTestFinished(() => client.close());
  return client;
}

/** Kills each of the five and starts it again, one after the other. */
async function restartEach({ servers, proxy, redis }: All, client: RlveGymClient): Promise<void> {
  for (const [place, server] of servers.entries()) {
    await server.kill();
    await until(() => client.servers[place].isUp === false);
    await delay(300);
    await server.start();
    await until(() => client.servers[place].isUp);
    await untilReady(server.url);
    // The proxy sees it, too.
    await delay(500);
  }
  for (const other of [proxy, redis]) {
    await other.kill();
    await delay(500);
    await other.start();
    await delay(300);
  }
}

/** Does work over and over, until all is restarted; how often it was done. */
async function repeat(isOver: () => boolean, work: (round: number) => Promise<void>) {
  let round = 0;
  for (; !isOver() || round === 0; round++) await work(round);
  return round;
}

/** Batches of which each result can be told from the others: right ones are followed by wrong ones. */
async function verifyBatch(client: RlveGymClient, round: number): Promise<void> {
  const seeds = Array.from({ length: 20 }, (_, index) => (round + index) % answers.length);
  const rights = seeds.map((_, index) => (round + index) % 7);
  const problems = seeds.map((seed, index) => ({
    environment: "Multiplication",
    difficulty: 0,
    seed,
    outputs: [...Array.from({ length: rights[index] }, () => answers[seed]), WRONG],
  }));
  const { results } = await client.verify({ problems });
  const accuracies = results.map((result) => ("error" in result ? result : result.accuracy));
  expect(accuracies).toEqual(rights.map((right) => [...Array.from({ length: right }, () => 1), 0]));
}

/** Tells the curriculum, again and again where its store is out of reach. */
async function report(client: RlveGymClient, reportId: string): Promise<void> {
  const problems = answers.slice(0, 4).map((answer, seed) => ({
    problem_id: idOf("Multiplication", 0, seed),
    outputs: [answer, WRONG, WRONG],
  }));
  for (;;) {
    try {
      await client.verify({ problems, curriculum: "main", report_id: reportId });
      return;
    } catch (error) {
      if (!(error instanceof RlveGymError) || error.code !== "EXECUTION_ERROR") throw error;
      await delay(50);
    }
  }
}

/** An episode in a session, whose counts and problem the server must have kept. */
async function playEpisode(session: RlveGymClient, round: number): Promise<void> {
  const seed = round % answers.length;
  const reset = await session.reset({ environment: "Multiplication", difficulty: 0, seed });
  expect(reset.metadata.seed).toBe(seed);
  for (let step = 1; step <= 6; step++) {
    const isRight = step % 2 === 0;
    const { reward } = await session.step(isRight ? answers[seed] : WRONG);
    expect(reward === 1).toBe(isRight);
    await delay(20);
  }
  const state = await session.state();
  expect(state).toMatchObject({ step_count: 6, num_samples: 6, sum_accuracy: 3, seed: seed + 1 });
}

test("kills in turn under load: nothing lost, nothing wrong, nothing counted twice", async () => {
  const all = await startAll();
  const client = await connect(all.servers.map(({ url }) => url));
  // It rises by no accuracy below 1: what it counts is seen in its totals.
  await client
    .curriculum("main")
    .load({ environments: ["Multiplication"], threshold: 1, min_samples: 100 });
  await until(() => client.servers.every(({ isUp }) => isUp));
  const sessions = await Promise.all(Array.from({ length: 12 }, () => connect(all.proxy.url)));

  let isOver = false;
  const restarts = restartEach(all, client).finally(() => {
    isOver = true;
  });
  const repeated = (work: (round: number) => Promise<void>) => repeat(() => isOver, work);
  const batches = Array.from({ length: 6 }, () => repeated((round) => verifyBatch(client, round)));
  const reports = Array.from({ length: 4 }, (_, worker) =>
    repeated((round) => report(client, `${worker}/${round}`)),
  );
  const episodes = sessions.map((session) => repeated((round) => playEpisode(session, round)));
  const [verified, told, played] = await Promise.all(
    [batches, reports, episodes].map(async (workers) => {
      const rounds = await Promise.all(workers);
      return rounds.reduce((sum, count) => sum + count, 0);
    }),
  );
  await restarts;

  expect(client.servers.map(({ outages }) => outages)).toEqual([1, 1, 1]);
  expect(verified).toBeGreaterThan(100);
  expect(played).toBeGreaterThan(sessions.length);
  const { environments: kept } = await client.curriculum("main").state();
  expect(kept.Multiplication).toMatchObject({
    top: 0,
    total_samples: told * 12,
    total_correct: told * 4,
  });
});
