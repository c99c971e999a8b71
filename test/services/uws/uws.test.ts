import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type AddressInfo, connect as connectTcp, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { builtProgram } from "../../built.ts";
import { Peer, startTestServer, until } from "../../server/harness.ts";
import { beside, serveVictim } from "../../server/hostile/harness.ts";

const MIB = 2 ** 20;

/** A connection that writes bytes as they are. */
async function openTcp(port: number, text: string): Promise<Socket> {
  const peer = connectTcp(port, "127.0.0.1");
  peer.on("error", () => {});
  await once(peer, "connect");
  peer.write(text);
  return peer;
}

const HANDSHAKE =
  "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

test("responses come from the library", async () => {
  const { httpUrl } = await startTestServer();
  expect((await fetch(`${httpUrl}/health`)).headers.get("uwebsockets")).toBe("20");
});

test("without the library, one line says how to install it", () => {
  const { NODE_PATH: _, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    [builtProgram("src/cli/main.ts"), "serve", "--transport", "uws", "--port", "0"],
    { env: { ...env, LOG_LEVEL: "fatal" }, encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("npm install --no-save uNetworking/uWebSockets.js#");
});

test("a port that is in use is told by the system's code", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  await expect(startTestServer({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  // Nor do two of its own share one.
  const server = await startTestServer();
  await expect(startTestServer({ port: server.address.port })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  other.close();
});

test("a session that was not read for a while is kept, however silent it is then", async () => {
  const { url } = await startTestServer();
  // Silent from the beginning.
  const other = await Peer.open(url);
  const peer = await Peer.open(url);
  await peer.ask({ type: "reset", data: { environment: "Sorting", difficulty: 30 } });
  peer.socket.pause();
  for (let count = 0; count < 5_000; count++) {
    peer.send({ type: "step", data: { output: "x".repeat(2_000) } });
  }
  await delay(500);
  peer.socket.resume();
  for (let count = 0; count < 5_000; count++) await peer.expectReply();
  // The library's own time-out, which reading again sets, is 8 to 12 s.
  await delay(16_000);
  expect((await peer.ask({ type: "state" })).data.num_samples).toBe(5_000);
  expect((await other.ask({ type: "state" })).type).toBe("state");
});

test("pongs that are not read are bounded: pings are no longer read", async () => {
  const { address, url } = await startTestServer();
  const peer = await openTcp(address.port, HANDSHAKE);
  await once(peer, "data");
  peer.pause();
  // Masked pings of 125 bytes, 64 MiB of them.
  const ping = Buffer.concat([Buffer.from([0x89, 0x80 | 125, 0, 0, 0, 0]), Buffer.alloc(125)]);
  const pings = Buffer.concat(Array.from({ length: 8_000 }, () => ping));
  for (let sent = 0; sent < 64 * MIB; sent += pings.length) peer.write(pings);
  await delay(1_000);
  expect(peer.writableLength).toBeGreaterThan(16 * MIB);
  expect((await (await Peer.open(url)).ask({ type: "state" })).type).toBe("state");
  // Read at last, each ping has its pong.
  let received = 0;
  peer.on("data", (data: Buffer) => {
    received += data.length;
  });
  peer.resume();
  const sent = Math.ceil((64 * MIB) / pings.length) * 8_000;
  await until(() => received >= sent * 127, "all pongs");
  peer.destroy();
});

const locked = serveVictim({ RLVEGYM_API_KEY: "secret" });

test.runIf(process.platform === "linux")(
  "peers without the key hold next to nothing, and their descriptors are given back",
  async () => {
    await beside(locked(), async () => {
      const descriptors = () => readdirSync(`/proc/${locked().pid}/fd`).length;
      const before = descriptors();
      const { port } = new URL(locked().httpUrl);
      const peers = await Promise.all(
        Array.from({ length: 50 }, () => openTcp(Number(port), HANDSHAKE)),
      );
      const head = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 1, 0xf0, 0, 0, 0, 0, 0, 0]);
      const payload = Buffer.alloc(MIB);
      for (const peer of peers) {
        peer.write(head);
        for (let sent = 0; sent < 30; sent++) peer.write(payload);
      }
      await until(() => descriptors() <= before + 5, "they are given back");
      for (const peer of peers) peer.destroy();
    });
  },
);
