import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { beside, serveVictim, type Victim } from "./harness.ts";

const victim = serveVictim();

const PEERS = 100;

const toHandshake = (path: string, more = "") =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;

/** A peer that never closes, whatever it is told. */
async function open({ httpUrl }: Victim, text = ""): Promise<Socket> {
  const { hostname, port } = new URL(httpUrl);
  const peer = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  peer.on("error", () => {});
  await once(peer, "connect");
  peer.resume();
  if (text !== "") peer.write(text);
  return peer;
}

/** Descriptors that the server holds (Linux). */
function descriptors({ pid }: { pid: number }): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

async function openAll(text: string, then: (peer: Socket) => void = () => {}): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: PEERS }, async () => {
      const peer = await open(victim(), text);
      then(peer);
      return peer;
    }),
  );
}

/** Waits until the server holds hardly more descriptors than before, or the time is over. */
async function waitForRelease(before: number, timeoutMs: number): Promise<number> {
  const end = performance.now() + timeoutMs;
  while (descriptors(victim()) > before + 5 && performance.now() < end) await delay(100);
  return descriptors(victim()) - before;
}

test.skipIf(process.platform !== "linux").each([
  ["for an unknown path, that never close", toHandshake("/none"), undefined],
  ["for an unknown path, that send a byte and half close", toHandshake("/none"), "x"],
  ["of another version, that never close", toHandshake("/ws").replace("13", "7"), undefined],
  ["of pages of another site", toHandshake("/ws", "Origin: http://evil.example\r\n"), undefined],
])("refused handshakes %s: their descriptors are given back", async (_what, text, byte) => {
  await beside(victim(), async () => {
    const before = descriptors(victim());
    const peers = await openAll(text, (peer) => {
      if (byte !== undefined) setTimeout(() => peer.end(byte), 200);
    });
    expect(await waitForRelease(before, 12_000)).toBeLessThanOrEqual(5);
    for (const peer of peers) peer.destroy();
  });
});

test.each([
  ["silent", undefined],
  ["one byte a second", "GET /ws HTTP/1.1\r\nX-Long: abcdefghijklmnopqrstuvwxyz"],
  [
    "a body of one byte a second",
    `POST /verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`,
  ],
])("unfinished requests, %s: ended within 15 seconds", async (what, text) => {
  await beside(victim(), async () => {
    const begin = performance.now();
    const isBody = what.startsWith("a body");
    const peers = await openAll(isBody ? (text ?? "") : "");
    const ends = peers.map(closed);
    for (const peer of peers) peer.on("end", () => peer.end());
    const rest = [...(isBody ? " ".repeat(90) : (text ?? ""))].values();
    const drip = setInterval(() => {
      const { value } = rest.next();
      if (value !== undefined) for (const peer of peers) peer.write(value);
    }, 1_000);
    await Promise.all(ends);
    clearInterval(drip);
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

/** When a peer is closed, be it by a reset. */
function closed(peer: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (peer.closed) resolve();
    else peer.once("close", () => resolve());
  });
}
