import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { toBacklogBounds, UNUSED_SESSION_MS } from "../../src/server/limits.ts";
import { Sessions } from "../../src/server/sessions.ts";
import { createTestContext, TestSession } from "../requests/context.ts";
import { until } from "./harness.ts";

test("sessions that are made over HTTP and not used end soon; one that was used does not", async () => {
  const sessions = new Sessions(
    10,
    { idleMs: 0, writeMs: 60_000, unusedMs: 200 },
    toBacklogBounds(1 << 20),
    createLog("silent"),
  );
  onTestFinished(() => sessions.drain(0));
  const context = createTestContext();
  const ended: string[] = [];
  const hold = (name: string) =>
    sessions.hold(new TestSession(context), () => {
      ended.push(name);
    });
  const unused = hold("unused");
  const used = hold("used");
  await used.inTurn(() => null);
  hold("unused, too");
  await until(() => sessions.active === 1, "the unused sessions end");
  await delay(400);
  expect(ended.sort()).toEqual(["unused", "unused, too"]);
  expect(sessions.find(unused.id)).toBeUndefined();
  expect(sessions.find(used.id)).toBe(used);
});

test("on a server that is a minute", () => {
  expect(UNUSED_SESSION_MS).toBe(60_000);
});
