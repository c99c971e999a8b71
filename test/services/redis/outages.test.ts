import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { RlveGymError } from "../../../src/client/client.ts";
import { insist } from "../../client/curriculum-cuts.ts";
import { RedisServer } from "./redis-server.ts";
import { ServerProcess, serve } from "./server-process.ts";
import { connect, idOf, startServerOn } from "./servers.ts";

let redis: RedisServer;

beforeEach(async () => {
  redis = await RedisServer.start();
  onTestFinished(() => redis.end());
});

const DEFINITION = { environments: ["Sorting"], min_samples: 1_000_000 };
const WRONG = "<answer>x</answer>";

/** Steps and reports on servers until told to stop; how many outputs were said to be counted. */
function play(urls: readonly string[]) {
  const state = { isOver: false, counted: 0, refused: new Set<string>() };
  const noting = <Reply>(call: () => Promise<Reply>) =>
    insist(async () => {
      try {
        return await call();
      } catch (error) {
        if (error instanceof RlveGymError) state.refused.add(error.message);
        // As callers do, who have other work.
        await delay(20);
        throw error;
      }
    });
  const players = urls.map(async (url, player) => {
    const client = await connect(url);
    for (let round = 0; !state.isOver; round++) {
      await noting(() => client.reset({ curriculum: "main" }));
      await noting(() => client.step(WRONG));
      const outcomes = [{ problem_id: idOf("Sorting", 0), samples: 4, correct: 1 }];
      const report = { curriculum: "main", report_id: `${player}/${round}`, outcomes };
      await noting(() => client.report(report));
      state.counted += 5;
    }
  });
  const end = async () => {
    state.isOver = true;
    await Promise.all(players);
    return state;
  };
  return { state, end };
}

test("a Redis that is killed in mid-run, for a moment and for long: exact totals, clear errors", async () => {
  const store = redis.url();
  const servers = await Promise.all([startServerOn(store), startServerOn(store)]);
  const urls = servers.map(({ httpUrl }) => httpUrl);
  const client = await connect(urls[0]);
  await client.curriculum("main").load(DEFINITION);
  const playing = play([...urls, ...urls, ...urls, ...urls]);
  for (let kill = 0; kill < 5; kill++) {
    await delay(300);
    await redis.kill();
    await redis.start();
  }
  await redis.kill();
  await delay(1500);
  // Who has no curriculum does not notice.
  const other = await connect(urls[1]);
  await other.reset({ environment: "Sorting" });
  expect(await other.step(WRONG)).toMatchObject({ observation: { success: true } });
  await expect(other.curriculum("main").draw(1)).rejects.toThrow("redis://127.0.0.1");
  await expect(other.curriculum("main").state()).rejects.toThrow("out of reach");
  await redis.start();
  await delay(300);
  const { counted, refused } = await playing.end();
  const { environments } = await client.curriculum("main").state();
  expect(environments.Sorting.total_samples).toBe(counted);
  expect(counted).toBeGreaterThan(100);
  expect([...refused].join()).toMatch(
    /redis:\/\/127\.0\.0\.1:\d+, is out of reach, and is tried again/,
  );
});

test("a Redis that does not answer blocks nobody for long", async () => {
  const { httpUrl } = await startServerOn(redis.url());
  const [client, other] = [await connect(httpUrl), await connect(httpUrl)];
  await client.curriculum("main").load(DEFINITION);
  redis.signal("SIGSTOP");
  const draw = client.curriculum("main").draw(1);
  draw.catch(() => {});
  await other.reset({ environment: "Sorting" });
  expect(await other.step(WRONG)).toMatchObject({ observation: { success: true } });
  await expect(draw).rejects.toThrow("out of reach");
  redis.signal("SIGCONT");
  expect(await insist(() => client.curriculum("main").draw(1))).toHaveLength(1);
});

test("servers that are killed in mid-run: exact totals", async () => {
  const store = redis.url();
  const servers = await Promise.all([ServerProcess.start(store), ServerProcess.start(store)]);
  const urls = servers.map(({ url }) => url);
  const client = await connect(urls[0]);
  await client.curriculum("main").load(DEFINITION);
  const playing = play([...urls, ...urls, ...urls]);
  for (const server of [...servers, ...servers]) {
    await delay(300);
    await server.kill();
    await server.start();
  }
  const { counted } = await playing.end();
  const { environments } = await client.curriculum("main").state();
  expect(environments.Sorting.total_samples).toBe(counted);
  expect(counted).toBeGreaterThan(100);
});

test("a server starts without its Redis, and finds it when it comes", async () => {
  const store = redis.url();
  await redis.kill();
  const server = await ServerProcess.start(store);
  const client = await connect(server.url);
  expect(await client.reset()).toMatchObject({ observation: { success: true } });
  await expect(client.curriculum("main").load(DEFINITION)).rejects.toThrow("out of reach");
  await redis.start();
  expect(await insist(() => client.curriculum("main").load(DEFINITION))).toMatchObject({
    draws: 0,
  });
});

test("a server that is to make curricula waits for its Redis", async () => {
  const file = join(tmpdir(), `rlve-gym-${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(DEFINITION));
  const store = redis.url("me:sesame@");
  await redis.kill();
  const child = serve(store.replace("me:sesame@", ""), 0, ["--curriculum", `main=${file}`]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const listening = once(child.stdout, "data");
  await once(child.stderr, "data");
  await redis.start();
  expect(String(await listening)).toContain("listening");
  await redis.kill();
  const waiting = serve(store, 0, ["--curriculum", `main=${file}`]);
  onTestFinished(() => void waiting.kill("SIGKILL"));
  const [said, [code]] = await Promise.all([text(waiting.stderr), once(waiting, "exit")]);
  expect(code).toBe(1);
  expect(said).toMatch(/RLVEGYM_CURRICULUM: waited 30 s.*out of reach/);
  expect(said).not.toContain("sesame");
});
