import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import { beside, connect, serveVictim } from "./harness.ts";

const TIMEOUT_S = 4;
const victim = serveVictim(
  { RLVEGYM_GENERATION_TIMEOUT_S: String(TIMEOUT_S) },
  "test/problems/serve-bad.ts",
);

/** Less than the request at work takes. */
const PATIENCE_MS = 1000 * (TIMEOUT_S - 1);

let seed = 0;

/** Has a connection work on something until the time limit. */
function occupy(socket: WebSocket): void {
  socket.send(
    JSON.stringify({
      type: "reset",
      data: { environment: "Endless", seed: seed++, difficulty: 0 },
    }),
  );
}

async function pong(socket: WebSocket): Promise<void> {
  socket.ping();
  await once(socket, "pong", { signal: AbortSignal.timeout(PATIENCE_MS) });
}

const step = (bytes: number) =>
  JSON.stringify({ type: "step", data: { output: "x".repeat(bytes) } });

test.each([
  ["one of 15 MB", 1, 15e6],
  ["two of 15 MB", 2, 15e6],
  ["of 100 kB", 200, 1e5],
  ["that are short", 50_000, 10],
])("a ping is answered while requests wait: %s", async (_what, count, bytes) => {
  const peer = await connect(victim().url);
  await beside(victim(), async () => {
    let answered = 0;
    peer.on("message", () => answered++);
    occupy(peer);
    for (let sent = 0; sent < count; sent++) peer.send(step(bytes));
    await pong(peer);
    // None of those before it was.
    expect(answered).toBe(0);
    while (answered < count + 1) await delay(50);
    // Nor does one wait when all are answered.
    await pong(peer);
  });
  peer.terminate();
});

test("beyond what all together may have waiting, each still has its share", async () => {
  const peers = await Promise.all(Array.from({ length: 5 }, () => connect(victim().url)));
  await beside(
    victim(),
    async () => {
      let answered = 0;
      for (const peer of peers) {
        peer.on("message", () => answered++);
        occupy(peer);
        for (let sent = 0; sent < 400; sent++) {
          peer.send(step(1e5));
          // The healthy session's turn, in this process.
          if (sent % 10 === 0) await delay(1);
        }
      }
      const other = await connect(victim().url);
      occupy(other);
      for (let sent = 0; sent < 20; sent++) other.send(step(1e5));
      await pong(other);
      other.terminate();
      // What waits, and what was not read, is answered in the end.
      while (answered < 2 * 401) await delay(50);
    },
    700,
  );
  for (const peer of peers) peer.terminate();
});
