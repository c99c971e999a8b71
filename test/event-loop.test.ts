import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { after, createSlices, isLater, othersTurn, rescue, turnAlone } from "../src/event-loop.ts";

describe("after", () => {
  test("goes on at once with what is there", () => {
    expect(after(2, (value) => value + 1)).toBe(3);
  });

  test("goes on later with what is still to come", async () => {
    const result = after(Promise.resolve(2), (value) => value + 1);
    expect(isLater(result)).toBe(true);
    expect(await result).toBe(3);
  });
});

describe("rescue", () => {
  const fail = (error: unknown) => `failed: ${(error as Error).message}`;

  test("gives what the work gives, now or later", async () => {
    expect(rescue(() => "now", fail)).toBe("now");
    expect(await rescue(async () => "later", fail)).toBe("later");
  });

  test("makes something of an exception, now or later", async () => {
    const error = new Error("no");
    expect(
      rescue(() => {
        throw error;
      }, fail),
    ).toBe("failed: no");
    expect(await rescue(() => Promise.reject(error), fail)).toBe("failed: no");
  });
});

describe("slices", () => {
  test("are over after some milliseconds, and begin anew", () => {
    const isSliceOver = createSlices();
    expect(isSliceOver()).toBe(false);
    const started = performance.now();
    while (!isSliceOver()) expect(performance.now() - started).toBeLessThan(1000);
    expect(performance.now() - started).toBeGreaterThan(2);
    expect(isSliceOver()).toBe(false);
  });

  test("between them, others have their turn", async () => {
    let turns = 0;
    const other = turn().then(() => turns++);
    await othersTurn();
    await other;
    expect(turns).toBe(1);
  });
});

test("what takes a turn alone shares it with nothing else that does", async () => {
  let turns = 0;
  const seen: number[] = [];
  const waiting = Promise.all([1, 2, 3].map(() => turnAlone().then(() => seen.push(turns))));
  for (let count = 0; count < 10; count++) {
    await turn();
    turns++;
  }
  await waiting;
  expect(new Set(seen).size).toBe(3);
});
