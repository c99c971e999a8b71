import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import { json } from "../../../src/protocol/codecs/json.ts";
import { beside, connect, send, serveVictim } from "./harness.ts";

const victim = serveVictim();

/** An output as long as a message may be, whose answer is so much of a text again and again. */
function longOutput(part: string, length = 15e6): string {
  return `<answer>${part.repeat(Math.floor(length / part.length))}</answer>`;
}

function verify(environment: string, outputs: readonly string[]): string {
  const problems = [{ environment, difficulty: 3, seed: 1, outputs }];
  return JSON.stringify({ type: "verify", data: { problems } });
}

test.each([
  ["Sorting", "12 "],
  ["Multiplication", "7"],
  ["Knapsack", "1 "],
  ["MinimumSpanningTree", "0 1 "],
  ["Integral", "x+"],
  ["Maze", "R"],
])("an answer of 15 MB to %s holds nobody up", async (environment, part) => {
  const attacker = await connect(victim().url);
  const answer = await beside(
    victim(),
    () => send(attacker, verify(environment, [longOutput(part)])),
    300,
  );
  attacker.terminate();
  expect(json.decode(answer)).toMatchObject({ type: "verified" });
});

test("messages that together are more than may be unfinished all come to an end", async () => {
  const peers = await Promise.all(Array.from({ length: 6 }, () => connect(victim().url)));
  const frame = verify("Integral", [longOutput("x+")]);
  const answers = await beside(
    victim(),
    () => Promise.all(peers.map((peer) => send(peer, frame))),
    700,
  );
  for (const answer of answers) expect(json.decode(answer)).toMatchObject({ type: "verified" });
  for (const peer of peers) peer.terminate();
});

test("answers of 15 MB of a kind that takes long, again and again on several connections", async () => {
  const attackers = await Promise.all(Array.from({ length: 3 }, () => connect(victim().url)));
  const frame = verify("Integral", [longOutput("x+")]);
  const attack = async (attacker: WebSocket) => {
    for (let count = 0; count < 5; count++) {
      const answer = json.decode(await send(attacker, frame));
      expect(answer).toMatchObject({ type: "verified" });
    }
  };
  await beside(victim(), () => Promise.all(attackers.map(attack)), 400);
  for (const attacker of attackers) attacker.terminate();
});

test.each([
  [
    "Sorting",
    (N: number) => ({ N, array: ones(N), gold_answer: ones(N), reference_answer: "1 ".repeat(N) }),
  ],
  [
    "Knapsack",
    (N: number) => ({ N, W: ones(N), V: ones(N), W_max: 1, gold_answer: 1, reference_answer: "0" }),
  ],
])("a large config of %s is opened elsewhere", async (environment, toInstance) => {
  const attacker = await connect(victim().url);
  const data = { environment, config: { parameter: toInstance(250_000) } };
  const frame = JSON.stringify({ type: "reset", data });
  const answer = await beside(victim(), () => send(attacker, frame));
  expect(["error", "observation"]).toContain((json.decode(answer) as { type: string }).type);
  attacker.terminate();
});

test("a config beyond its bound is refused", async () => {
  const peer = await connect(victim().url);
  const data = { environment: "Sorting", config: { parameter: { x: "y".repeat(5e6) } } };
  const answer = await send(peer, JSON.stringify({ type: "reset", data }));
  expect(json.decode(answer)).toMatchObject({
    type: "error",
    data: { code: "VALIDATION_ERROR", message: expect.stringContaining("too large") },
  });
  peer.terminate();
});

function ones(count: number): number[] {
  return new Array(count).fill(1);
}
