import { expect, onTestFinished, test } from "vitest";
import { Random } from "../../../src/environments/toolkit/random/random.ts";
import { playThroughCuts } from "../../client/curriculum-cuts.ts";
import { FlakyProxy } from "../../client/fakes.ts";
import { RedisServer } from "./redis-server.ts";
import { startServerOn } from "./servers.ts";

test("a thousand cuts between clients and server: what was answered counts once", async () => {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.end());
  await playThroughCuts(await startServerOn(redis.url()));
});

test("cuts on both sides of the server: what was answered counts once", async () => {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.end());
  const random = new Random("behind");
  // Enough for the first words of a connection, and some hundred requests.
  const proxy = await FlakyProxy.start(
    () => redis.port,
    () => random.integer(0, 60_000),
  );
  const store = redis.url().replace(String(redis.port), new URL(proxy.url).port);
  await playThroughCuts(await startServerOn(store), 500);
  expect(proxy.cuts).toBeGreaterThan(10);
});
