import { expect, onTestFinished, test } from "vitest";
import { ConnectionError, RlveGymClient, RlveGymError } from "../../src/client/client.ts";
import { startTestServer } from "../server/harness.ts";
import { FlakyProxy, findFreePort, startFake } from "./fakes.ts";

/* Several servers as one: batches are spread, and what a lost server had goes to another. */

async function connect(urls: readonly string[], options = {}): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(urls, options);
  onTestFinished(() => client.close());
  return client;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Problems that can be told from each other by how many outputs they have. */
const LENGTHS = Array.from({ length: 200 }, (_, index) => index + 1);

async function verifyAll(client: RlveGymClient): Promise<void> {
  const problems = LENGTHS.map((length) => ({
    environment: "Multiplication",
    difficulty: 0,
    seed: length,
    outputs: Array.from({ length }, () => "<answer>-1</answer>"),
  }));
  const lengths: number[] = [];
  for await (const result of client.verifyMany(problems, { batchSize: 2, window: 9 })) {
    lengths.push("error" in result ? -1 : result.reward.length);
  }
  expect(lengths).toEqual(LENGTHS);
}

test("batches are spread over the servers, and results are in order", async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startTestServer()));
  const client = await connect(servers.map(({ httpUrl }) => httpUrl));
  await until(() => client.servers.every(({ isUp }) => isUp));
  await verifyAll(client);
  for (const [index, status] of client.servers.entries()) {
    expect(status).toMatchObject({ url: servers[index].url, underWay: 0, failed: 0, outages: 0 });
    expect(status.answered).toBeGreaterThan(20);
  }
});

test("a client of one server says how it fares, too", async () => {
  const { httpUrl, url } = await startTestServer();
  const client = await connect([httpUrl]);
  await client.verify({ problems: [] });
  await expect(client.step("without a problem", { timeoutMs: 5_000 })).resolves.toBeDefined();
  const came = { isUp: true, underWay: 0, answered: 2, failed: 0, outages: 0, error: null };
  expect(client.servers).toEqual([{ url, ...came }]);
});

test("connections that are cut lose nothing, and count nothing as a wrong reply", async () => {
  const proxies = await Promise.all(
    [1, 2, 3].map(async () => {
      const server = await startTestServer();
      return FlakyProxy.start(() => server.address.port);
    }),
  );
  const client = await connect(proxies.map(({ url }) => url));
  for (let round = 0; round < 12; round++) {
    const cut = setTimeout(() => proxies[round % 3].drop(), 10);
    await verifyAll(client);
    clearTimeout(cut);
  }
  expect(client.servers.reduce((sum, { outages }) => sum + outages, 0)).toBeGreaterThan(3);
});

test("a server that returns is taken back", async () => {
  const port = await findFreePort();
  const other = await startTestServer();
  const first = await startTestServer({ port });
  const client = await connect([first.httpUrl, other.httpUrl]);
  await until(() => client.servers.every(({ isUp }) => isUp));
  await first.drain();
  await verifyAll(client);
  await until(() => !client.servers[0].isUp);
  expect(client.servers[0].error).toContain(String(port));
  await startTestServer({ port });
  await until(() => client.servers[0].isUp);
  const { answered } = client.servers[0];
  await verifyAll(client);
  expect(client.servers[0].answered).toBeGreaterThan(answered);
  expect(client.servers[0].outages).toBe(1);
});

test("the session is on one server, and goes on on another when that one is lost", async () => {
  const servers = await Promise.all([1, 2].map(() => startTestServer()));
  const proxies = await Promise.all(
    servers.map((server) => FlakyProxy.start(() => server.address.port)),
  );
  const client = await connect(proxies.map(({ url }) => url));
  await client.reset({ environment: "Sorting", difficulty: 1, seed: 3 });
  for (let round = 1; round <= 6; round++) {
    await client.step("<answer>x</answer>");
    for (const proxy of proxies) proxy.drop();
    const state = await client.state();
    expect(state).toMatchObject({ environment: "Sorting", num_samples: round, step_count: round });
  }
});

test("what is out of reach is said at once, and once of each", async () => {
  const ports = await Promise.all([1, 2, 3].map(findFreePort));
  const connecting = RlveGymClient.connect(ports.map((port) => `http://127.0.0.1:${port}`));
  const error = await connecting.catch((caught: ConnectionError) => caught);
  if (!(error instanceof ConnectionError)) throw new Error("no server can have answered");
  expect(error.code).toBe("UNREACHABLE");
  for (const port of ports) expect(error.message.split(`:${port}/`)).toHaveLength(2);
  await expect(RlveGymClient.connect([])).rejects.toThrow("empty");
});

test("some servers are enough", async () => {
  const stranger = await startFake({ connected: (socket) => socket.send("hello") });
  const gone = `http://127.0.0.1:${await findFreePort()}`;
  const full = await startTestServer({ maxSessions: 0 });
  const { httpUrl } = await startTestServer();
  const client = await connect([gone, stranger, full.httpUrl, httpUrl]);
  await until(() => client.servers.filter(({ error }) => error !== null).length === 3);
  await verifyAll(client);
  expect(client.servers.map(({ isUp }) => isUp)).toEqual([false, false, false, true]);
});

test("where none is in reach any more, requests wait, and then say so", async () => {
  const servers = await Promise.all([1, 2].map(() => startTestServer()));
  const urls = servers.map(({ httpUrl }) => httpUrl);
  const client = await connect(urls, { reconnectTimeoutMs: 500 });
  await client.verify({ problems: [] });
  for (const server of servers) await server.drain();
  await expect(client.verify({ problems: [] })).rejects.toThrow("None of 2 servers is in reach");
});

test("an error that answers a request is the caller's, and no outage", async () => {
  const servers = await Promise.all([1, 2].map(() => startTestServer({ maxBatch: 2 })));
  const client = await connect(servers.map(({ httpUrl }) => httpUrl));
  const problems = LENGTHS.map((seed) => ({ environment: "Sorting", difficulty: 1, seed }));
  await expect(client.generate({ problems })).rejects.toThrow(RlveGymError);
  expect(client.servers.every(({ outages }) => outages === 0)).toBe(true);
});

const VERIFIED = { type: "verified", data: { results: [] } };

test("a request that ends every connection is at fault itself", async () => {
  let asked = 0;
  const dying = () => {
    const seen = new Set();
    return startFake({
      received(socket, frame) {
        const isFirst = !seen.has(socket);
        seen.add(socket);
        const { id } = JSON.parse(String(frame));
        // The sign of life.
        if (isFirst) return socket.send(JSON.stringify({ ...VERIFIED, id }));
        asked++;
        socket.terminate();
      },
    });
  };
  const client = await connect([await dying(), await dying()], { encoding: "json" });
  await expect(client.verify({ problems: [] })).rejects.toMatchObject({ code: "CONNECTION_LOST" });
  expect(asked).toBe(10);
});
