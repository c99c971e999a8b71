import { expect, test } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { Peer, startTestServer } from "../../server/harness.ts";
import { type ProxyName, proxies, readConfiguration, startProxy } from "./proxy.ts";

/*
 * The configurations that deploy/proxies has, in the programs that they are for, before two servers:
 * all that is other here is addresses, and what the machine of a test does not have.
 */

const names = Object.keys(proxies) as ProxyName[];
const { maxMessageBytes, sessionIdleTimeoutS } = readConfig({});

/** Nearly the longest message. */
const LONG_OUTPUT = "x".repeat(maxMessageBytes - 1000);

async function startServers(name: ProxyName) {
  const servers = [await startTestServer(), await startTestServer()];
  const origin = await startProxy(
    name,
    servers.map(({ address }) => address.port),
  );
  return { servers, origin };
}

/** Opens a session as a page of the proxy's own origin does. */
function open(base: string): Promise<Peer> {
  const { origin } = new URL(base);
  return Peer.open(`${base.replace("http:", "ws:")}/ws`, { origin });
}

test.each(names)("%s passes sessions, requests and pages on, also under a path", async (name) => {
  const { origin } = await startServers(name);
  for (const base of [origin, `${origin}/rlve-gym`]) {
    const peer = await open(base);
    expect(await peer.ask({ type: "reset" })).toMatchObject({ type: "observation" });
    const step = { type: "step", data: { output: `${LONG_OUTPUT}<answer>1</answer>` } };
    expect(await peer.ask(step)).toMatchObject({ data: { observation: { success: true } } });

    const problems = [{ environment: "Sorting", difficulty: 0, seed: 1, outputs: [LONG_OUTPUT] }];
    const verified = await fetch(`${base}/verify`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ problems }),
    });
    expect(await verified.json()).toMatchObject({ results: [{ reward: [-1] }] });
    for (const path of ["/", "/docs", "/web", "/metrics"]) {
      expect((await fetch(base + path)).status, path).toBe(200);
    }
  }
});

test.each(names)("%s gives each server sessions, and the other's when it goes", async (name) => {
  const { servers, origin } = await startServers(name);
  const peers: Peer[] = [];
  for (let count = 0; count < 16; count++) peers.push(await open(origin));
  const [first, second] = servers.map(({ sessions }) => sessions.active);
  expect(first + second).toBe(16);
  expect(Math.min(first, second)).toBeGreaterThan(0);
  if (name !== "envoy") expect(first).toBe(second);

  await servers[0].drain();
  const closes = peers.map((peer) => Promise.race([peer.closed, peer.ask({ type: "reset" })]));
  const ends = (await Promise.all(closes)).filter((end) => end !== null && "code" in end);
  expect(ends.map(({ code }) => code)).toEqual(Array(first).fill(1001));
  for (let count = 0; count < 4; count++) {
    const peer = await open(origin);
    expect(await peer.ask({ type: "reset" })).toMatchObject({ type: "observation" });
  }
  expect(servers[1].sessions.active).toBe(second + 4);
});

test("none of them ends a session that is silent before its server does", () => {
  const seconds = (name: ProxyName, setting: RegExp) => {
    const [, amount, unit] = setting.exec(readConfiguration(name)) ?? [];
    return Number(amount) * ({ s: 1, m: 60, h: 3600 }[unit] ?? Number.NaN);
  };
  expect(seconds("haproxy", /timeout tunnel (\d+)(\w)/)).toBeGreaterThan(sessionIdleTimeoutS);
  expect(seconds("nginx", /proxy_read_timeout (\d+)(\w);/)).toBeGreaterThan(sessionIdleTimeoutS);
  // Never.
  expect(seconds("envoy", /stream_idle_timeout: (\d+)(s)/)).toBe(0);
});
