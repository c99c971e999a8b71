import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import { json } from "../../../src/protocol/codecs/json.ts";
import type { ObservationReply, ReplyTo } from "../../../src/protocol/messages.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const MAX_BYTES = 2 ** 20;
const victim = serveVictim({ RLVEGYM_MAX_MESSAGE_BYTES: String(MAX_BYTES) });

/** One whose replies may be as long as they usually may. */
const roomy = serveVictim();

test("verify: reasons do not repeat long markers thousands of times", async () => {
  const marker = "m".repeat(256);
  const outputs = Array(4096).fill("");
  const data = {
    problems: Array(60).fill({ environment: "Multiplication", difficulty: 0, seed: 0, outputs }),
    answer_markers: [marker, marker],
    explain: true,
  };
  const attacker = await connect(victim().url);
  const frame = JSON.stringify({ type: "verify", data });
  const answer = await beside(victim(), () => send(attacker, frame));
  attacker.terminate();
  expect(answer.length).toBeLessThan(2 * MAX_BYTES);
  const { results } = (json.decode(answer) as ReplyTo<"verify">).data;
  expect(results).toHaveLength(60);
  expect(results[0]).toMatchObject({ reward: expect.arrayContaining([-1]) });
  expect(results.at(-1)).toMatchObject({ error: { code: "BATCH_TOO_LARGE" } });
});

test("reset: thousands of unknown keys are counted, and the first named", async () => {
  const keys = Array.from({ length: 60_000 }, (_, index) => `"key${index}":0`);
  const attacker = await connect(victim().url);
  const frame = `{"type":"reset","data":{"environment":"Sorting",${keys}}}`;
  const answer = await beside(victim(), () => send(attacker, frame));
  attacker.terminate();
  const { metadata } = (json.decode(answer) as ObservationReply).data;
  expect(metadata.ignored?.slice(0, 2)).toEqual(["key0", "key1"]);
  expect(metadata.ignored?.at(-1)).toBe("… and 59980 more");
  expect(answer.length).toBeLessThan(10_000);
});

test("generate: what is repeated of problems that cannot be had counts, too", async () => {
  const named = { problem_id: "x".repeat(200) };
  const data = { problems: Array(4096).fill(named) };
  const attacker = await connect(victim().url);
  const answer = await beside(victim(), () =>
    send(attacker, JSON.stringify({ type: "generate", data })),
  );
  attacker.terminate();
  expect(answer.length).toBeLessThan(3 * MAX_BYTES);
});

test("what forty clients leave unread is bounded in all: those with the most are cut off", async () => {
  const named = { environment: "ThreeVertexCycleCounting", difficulty: 50, seed: 0 };
  const frame = JSON.stringify({ type: "generate", data: { problems: Array(4096).fill(named) } });
  const ended = await beside(
    roomy(),
    async () => {
      let closed = 0;
      const attackers: WebSocket[] = [];
      for (let count = 0; count < 40; count++) {
        const attacker = await connect(roomy().url);
        attacker.on("close", () => closed++);
        attackers.push(attacker);
        // What its kernel takes is all that is read.
        attacker.pause();
        attacker.send(frame);
        await delay(100);
      }
      await delay(1000);
      // Those that were cut off learn of it when they read.
      for (const attacker of attackers) attacker.resume();
      await delay(1000);
      const cutOff = closed;
      for (const attacker of attackers) attacker.terminate();
      return cutOff;
    },
    700,
  );
  expect(ended).toBeGreaterThan(0);
});
