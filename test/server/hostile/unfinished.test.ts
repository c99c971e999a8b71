import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { beside, connect, send, serveVictim } from "./harness.ts";

const open = serveVictim();
const locked = serveVictim({ RLVEGYM_API_KEY: "secret" });

const MIB = 2 ** 20;

/** The beginning of a masked binary frame of so many bytes, of which the payload comes later. */
function frameHead(bytes: number, isFinal = true): Buffer {
  const head = Buffer.alloc(14);
  head[0] = (isFinal ? 0x80 : 0) | 0x02;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(bytes), 2);
  return head;
}

/** A peer after its handshake, which writes bytes as they are. */
async function shake(httpUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(httpUrl);
  const peer = connectTcp({ host: hostname, port: Number(port), allowHalfOpen: true });
  peer.on("error", () => {});
  peer.write(
    "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
  );
  await once(peer, "data");
  peer.resume();
  return peer;
}

/** Peers that send most of a message of 31 MiB, and never the rest. */
async function flood(httpUrl: string, count: number): Promise<Socket[]> {
  const peers = await Promise.all(Array.from({ length: count }, () => shake(httpUrl)));
  const payload = Buffer.alloc(MIB);
  for (const peer of peers) {
    peer.write(frameHead(31 * MIB));
    for (let sent = 0; sent < 30; sent++) peer.write(payload);
  }
  return peers;
}

test("peers without the key hold next to nothing, and are gone within seconds", async () => {
  await beside(locked(), async () => {
    const peers = await flood(locked().httpUrl, 50);
    const begin = performance.now();
    await Promise.all(peers.map(closed));
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

test("unfinished messages of all connections share one allowance", async () => {
  await beside(
    open(),
    async () => {
      const peers = await flood(open().httpUrl, 40);
      await delay(3_000);
      // A message that is whole in one piece is not held up.
      const other = await connect(open().url);
      await send(other, JSON.stringify({ type: "step", data: { output: "x".repeat(20_000) } }));
      other.terminate();
      // Those that hold the allowance do not go on, and are ended: then there is room again.
      await Promise.race(peers.map(closed));
      for (const peer of peers) peer.destroy();
      const large = await connect(open().url);
      await send(large, JSON.stringify({ type: "step", data: { output: "x".repeat(4 * MIB) } }));
      large.terminate();
    },
    400,
  );
});

test("a message of one byte a second ends its connection", async () => {
  await beside(open(), async () => {
    const peer = await shake(open().httpUrl);
    const begin = performance.now();
    peer.write(frameHead(100));
    const drip = setInterval(() => peer.write("x"), 1_000);
    peer.on("end", () => peer.end());
    await closed(peer);
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
