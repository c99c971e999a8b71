import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAddress } from "../../../src/curriculum/redis/address.ts";
import { RedisStore } from "../../../src/curriculum/redis/redis-store.ts";
import { MAX_REMEMBERED, MAX_RISES, StoreError } from "../../../src/curriculum/store.ts";
import { environments } from "../../../src/environments/registry.ts";
import { build, describeStore, toKept } from "../../curriculum/store-suite.ts";
import { RedisServer, until } from "./redis-server.ts";

let redis: RedisServer;

beforeAll(async () => {
  redis = await RedisServer.start();
});

afterAll(() => redis.end());

/** What a store has told the log. */
const told: object[] = [];
const log = {
  info: (about: object) => told.push(about),
  warn: (about: object) => told.push(about),
};

async function open(url = redis.url(), groupMs?: number): Promise<RedisStore> {
  const store = new RedisStore(parseAddress(url), environments, log as never, groupMs);
  await store.reach(10_000);
  return store;
}

const right = (samples: number, environment = "Sorting", difficulty = 0) => ({
  environment,
  difficulty,
  samples,
  correct: samples,
});

describeStore("redis", () => open());

describe("several servers", () => {
  const openTwo = async (groupMs?: number, url = redis.url()) => {
    const stores = await Promise.all([open(url, groupMs), open(url, groupMs)]);
    await stores[0].save("main", toKept(build()), false);
    return stores;
  };
  const close = (stores: readonly RedisStore[]) =>
    Promise.all(stores.map((store) => store.close()));

  test("see what each other does: tops, definitions, ends", async () => {
    const stores = await openTwo();
    const [one, other] = stores;
    expect(await other.take("main", 2, null)).toMatchObject({ first: 0 });
    await one.report("main", [right(10)], null);
    const taken = await other.take("main", 1, null);
    expect([taken.first, taken.topOf("Sorting"), taken.topOf("Knapsack")]).toEqual([2, 1, 0]);
    const replaced = toKept(build({ environments: ["Knapsack"], start: 2 }));
    expect(await one.save("main", replaced, true)).toBe(true);
    // It refuses by what it knows of the former one, unless it asks.
    expect((await other.find("main")).memberOf.has("Sorting")).toBe(true);
    expect((await other.find("main", true)).memberOf.has("Sorting")).toBe(false);
    await other.find("main");
    await one.save("main", toKept(build({ start: 1 })), true);
    const refused = { refused: expect.stringContaining("outside 1..") };
    expect(await other.report("main", [right(1)], null)).toEqual(refused);
    expect((await other.take("main", 1, null)).topOf("Sorting")).toBe(1);
    await one.remove("main");
    await expect(other.take("main", 1, null)).rejects.toThrow("main");
    await close(stores);
  });

  test("give a group one draw, with the tops of its moment, until it is forgotten", async () => {
    const url = redis.url();
    const stores = await openTwo(300, url);
    const [one, other] = stores;
    const asked = Array.from({ length: 32 }, (_, i) => stores[i % 2].take("main", 1, "g"));
    const taken = await Promise.all(asked);
    expect(new Set(taken.map(({ first }) => first))).toEqual(new Set([0]));
    await one.report("main", [right(10)], null);
    await one.take("main", 1, null);
    const later = await Promise.all(stores.map((store) => store.take("main", 1, "g")));
    expect(later.map(({ first, topOf }) => [first, topOf("Sorting")])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect((await other.take("main", 1, "")).topOf("Sorting")).toBe(1);
    await until(async () => (await other.take("main", 1, "g")).first !== 0);
    expect((await one.take("main", 1, "g")).topOf("Sorting")).toBe(1);
    await until(async () => {
      await one.take("main", 1, "the last");
      const key = `${parseAddress(url).prefix}curriculum:main:snapshots`;
      return (await redis.ask((client) => client.hlen(key))) === 1;
    });
    await close(stores);
  });
});

test("counts stay exact up to the largest that there may be", async () => {
  const store = await open();
  const kept = toKept(build());
  const progress = {
    ...kept.progress.get("Sorting"),
    total_samples: 1e15,
    total_correct: 1e15 - 7,
  };
  const all = new Map([...kept.progress, ["Sorting", progress as never]]);
  await store.save("main", { ...kept, draws: 1e15, progress: all }, false);
  expect(await store.take("main", 4096, null)).toMatchObject({ first: 1e15 });
  await store.report("main", [right(9)], null);
  await store.countFailures("main", "Sorting", 3);
  const after = await store.load("main");
  expect(after.draws).toBe(1e15 + 4096);
  expect(after.progress.get("Sorting")).toMatchObject({
    total_samples: 1e15 + 9,
    total_correct: 1e15 + 2,
    failed_draws: 3,
  });
  await store.report("main", [right(1)], null);
  expect(await store.rises("main")).toEqual([
    { environment: "Sorting", top: 1, draws: 1e15 + 4096 },
  ]);
  await store.close();
});

test("what is remembered has bounds: reports, groups, rises", async () => {
  const url = redis.url();
  const store = await open(url);
  await store.save("main", toKept(build({ min_samples: 1, lower_below: 0.5 })), false);
  const ids = Array.from({ length: MAX_REMEMBERED + 10 }, (_, i) => i);
  const wrong = { ...right(1), correct: 0 };
  await Promise.all(
    ids.map(async (id) => {
      await store.report("main", [id % 2 === 0 ? right(1) : { ...wrong, difficulty: 1 }], {
        key: String(id),
        number: 0,
      });
      await store.take("main", 1, String(id));
    }),
  );
  const [latest, first] = [ids.length - 1, 0].map((id) => ({ key: String(id), number: 0 }));
  expect(await store.report("main", [wrong], latest)).toMatchObject({ counted: false });
  expect(await store.report("main", [wrong], first)).toMatchObject({ counted: true });
  expect((await store.rises("main")).length).toBe(MAX_RISES);
  expect((await store.take("main", 1, String(latest.key))).first).toBeLessThan(ids.length);
  const { prefix } = parseAddress(url);
  const own = `${prefix}curriculum:main`;
  const sizes = await redis.ask((client) =>
    Promise.all([
      client.hlen(`${own}:groups`),
      client.llen(`${own}:group-order`),
      client.hlen(`${own}:reports`),
      client.zcard(`${own}:report-order`),
    ]),
  );
  expect(sizes).toEqual([MAX_REMEMBERED, MAX_REMEMBERED, MAX_REMEMBERED, MAX_REMEMBERED]);
  await store.remove("main");
  expect(await redis.ask((client) => client.keys(`${prefix}*`))).toEqual([]);
  await store.close();
});

test("says what is wrong, without credentials", async () => {
  const guarded = await RedisServer.start("--requirepass", "hush");
  const asked = async (credentials: string) => {
    const store = new RedisStore(
      parseAddress(guarded.url(credentials)),
      environments,
      log as never,
    );
    const names = await Promise.resolve(store.names()).then(String, (error) => error);
    await store.close();
    return names;
  };
  told.length = 0;
  for (const credentials of ["", ":sesame@", "user:sesame@"]) {
    const error = await asked(credentials);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(
      /redis:\/\/127\.0\.0\.1:\d+, is out of reach.*(NOAUTH|WRONGPASS)/,
    );
    expect(error.message).not.toContain("sesame");
  }
  expect(told).not.toHaveLength(0);
  expect(JSON.stringify(told)).not.toContain("sesame");
  expect(await asked(":hush@")).toBe("");
  await guarded.end();
});

test("a curriculum of a server that has other environments", async () => {
  const url = redis.url();
  const store = await open(url);
  await store.save("main", toKept(build()), false);
  const few = new Map([...environments].filter(([id]) => id !== "Knapsack"));
  const other = new RedisStore(parseAddress(url), few, log as never);
  await other.reach(1000);
  await expect(other.take("main", 1, null)).rejects.toThrow(/cannot draw: .*Knapsack/);
  await Promise.all([store.close(), other.close()]);
});
