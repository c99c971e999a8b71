import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { json } from "../../../src/protocol/codecs/json.ts";
import { beside, connect, send, serveVictim, type Victim } from "./harness.ts";

const TIMEOUT_S = 6;
const victim = serveVictim(
  { RLVEGYM_GENERATION_TIMEOUT_S: String(TIMEOUT_S) },
  "test/problems/serve-bad.ts",
);

/** A reset to a problem that is not remembered. */
function toReset(environment: string, seed: number, difficulty = 0): string {
  return JSON.stringify({ type: "reset", data: { environment, seed, difficulty } });
}

async function succeeds(answer: Promise<Buffer>): Promise<boolean> {
  const reply = json.decode(await answer) as { data: { observation: { success: boolean } } };
  return reply.data.observation.success;
}

const askQuick = (from: number) => (count: number) => toReset("Quick", from + count);

/** The processes of the server's workers. */
function workersOf({ pid }: Victim): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.split(" ").filter(Boolean).map(Number);
}

function signalWorkers(signal: NodeJS.Signals): void {
  for (const worker of workersOf(victim())) process.kill(worker, signal);
}

test("64 problems that never end, of kinds not seen before: easy resets of others do not wait", async () => {
  const warm = await connect(victim().url);
  expect(await succeeds(send(warm, toReset("Quick", 1e6)))).toBe(true);
  // Time enough for the second worker to start, too.
  await delay(3000);
  const attacker = await connect(victim().url);
  const problems = Array.from({ length: 64 }, (_, difficulty) => ({
    environment: "Endless",
    difficulty,
    seed: 0,
  }));
  await beside(
    victim(),
    async () => {
      attacker.send(JSON.stringify({ type: "generate", data: { problems } }));
      await delay(500);
      // Of a kind that nobody knows either, it waits for a worker that is started meanwhile.
      const start = performance.now();
      expect(await succeeds(send(warm, toReset("Stored", 1)))).toBe(true);
      expect(performance.now() - start).toBeLessThan(1000 * TIMEOUT_S);
      await delay(3000);
    },
    512,
    askQuick(0),
  );
  attacker.terminate();
  warm.terminate();
});

test.skipIf(process.platform !== "linux")(
  "workers that are stopped are replaced within the time that a problem may take",
  async () => {
    const peer = await connect(victim().url);
    expect(await succeeds(send(peer, toReset("Quick", 2e6)))).toBe(true);
    signalWorkers("SIGSTOP");
    const stopped = workersOf(victim());
    const start = performance.now();
    expect(await beside(victim(), () => succeeds(send(peer, toReset("Quick", 2e6 + 1))))).toBe(
      true,
    );
    expect(performance.now() - start).toBeLessThan(1000 * TIMEOUT_S);
    expect(stopped.length).toBeGreaterThan(0);
    peer.terminate();
  },
);

test.skipIf(process.platform !== "linux")(
  "workers that are killed, their successors too while they start, fail nothing that waits",
  async () => {
    const peers = await Promise.all(Array.from({ length: 8 }, () => connect(victim().url)));
    const answers = await beside(victim(), async () => {
      const asked = peers.map((peer, seed) => succeeds(send(peer, toReset("Dawdling", seed))));
      await delay(100);
      signalWorkers("SIGKILL");
      await delay(120);
      signalWorkers("SIGKILL");
      return Promise.all(asked);
    });
    expect(answers).toEqual(peers.map(() => true));
    for (const peer of peers) peer.terminate();
  },
);
