import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import {
  ConnectionError,
  RlveGymClient,
  RlveGymError,
  TimeoutError,
} from "../../src/client/client.ts";
import { encodeMessagePack } from "../../src/protocol/codecs/msgpack.ts";
import { type Fake, findFreePort, listen, startFake, startTcp } from "./fakes.ts";

/* Whatever answers, a call ends in a typed error: no other exception, and never undefined. */

const NONSENSE: Record<string, string | Buffer> = {
  "a greeting": "hello",
  null: "null",
  "an empty text": "",
  "an empty binary": Buffer.alloc(0),
  "a page": "<!doctype html><html><body>502</body></html>",
  "a binary": Buffer.from([0xc1, 0xff, 0x00, 0x93]),
  "a MessagePack number": Buffer.from([5]),
  "deep arrays": "[".repeat(100_000),
  "an array": "[]",
  "an object": "{}",
  "a message without data": '{"type":"state","id":1}',
  "null data": '{"type":"observation","data":null,"id":1}',
  "a reply of another type": '{"type":"verified","data":{"results":[]},"id":1}',
  "an observation of another shape": '{"type":"observation","data":{"observation":7},"id":1}',
  "a reply without id": '{"type":"observation","data":{}}',
  "a reply to something else": '{"type":"observation","data":{},"id":99}',
  "a prototype": '{"type":"__proto__","data":{},"id":1}',
  "an error without a message": '{"type":"error","data":{},"id":1}',
  "an error without data": '{"type":"error"}',
};

async function connectTo(fake: Fake): Promise<RlveGymClient> {
  const client = await RlveGymClient.connect(await startFake(fake), { reconnectTimeoutMs: 200 });
  onTestFinished(() => client.close());
  return client;
}

test.each(Object.entries(NONSENSE))("%s before or instead of replies", async (_name, frame) => {
  const fakes: Fake[] = [
    { connected: (socket) => socket.send(frame) },
    { received: (socket) => socket.send(frame) },
  ];
  for (const fake of fakes) {
    const client = await connectTo(fake);
    for (let turn = 0; turn < 2; turn++) {
      const calls = await Promise.allSettled([client.reset(), client.step("x"), client.state()]);
      for (const call of calls) {
        expect(call).toMatchObject({
          status: "rejected",
          reason: { name: "ConnectionError", code: "WRONG_SERVER" },
        });
      }
    }
  }
});

test.each([
  ["too few results", "verified", { results: [] }],
  ["a result without columns", "verified", { results: [{}] }],
  [
    "columns of another length",
    "verified",
    { results: [{ reward: [], accuracy: [], format_score: [] }] },
  ],
  [
    "columns of texts",
    "verified",
    { results: [{ reward: ["1"], accuracy: ["1"], format_score: ["1"] }] },
  ],
])("a verification with %s", async (_name, type, data) => {
  const client = await connectTo({
    received: (socket) => socket.send(encodeMessagePack({ type, data, id: 1 })),
  });
  const problems = [{ problem_id: "Sorting@2/1/1", outputs: ["x"] }];
  await expect(client.verify({ problems })).rejects.toMatchObject({ code: "WRONG_SERVER" });
});

test("an error that nobody asked for is the refusal of the connection", async () => {
  const refusal = { type: "error", data: { code: "UNAUTHORIZED", message: "a key is needed" } };
  const client = await connectTo({ connected: (socket) => socket.send(JSON.stringify(refusal)) });
  const error = await client.state().catch((caught) => caught);
  expect(error).toBeInstanceOf(RlveGymError);
  expect(error).toMatchObject({ code: "UNAUTHORIZED", message: "a key is needed" });
});

test("a message that is too large is said to be, and the others are answered", async () => {
  const client = await connectTo({
    received: (socket, frame) => {
      if (frame.length > 1000) socket.close(1009);
      else
        socket.send(
          encodeMessagePack({ type: "generated", data: { problems: [] }, id: idOf(frame) }),
        );
    },
  });
  const [small, large] = await Promise.allSettled([
    client.generate({ problems: [] }),
    client.generate({ problems: [], include: Array(1000).fill("config") }),
  ]);
  expect(small.status).toBe("fulfilled");
  expect(large).toMatchObject({ reason: { name: "RlveGymError", code: "MESSAGE_TOO_LARGE" } });
});

/** The id stands last, and is small. */
function idOf(frame: Buffer): number {
  return frame[frame.length - 1];
}

test("a server that ends every connection at the request is left after some tries", async () => {
  let connections = 0;
  const fake: Fake = { connected: () => connections++, received: (socket) => socket.terminate() };
  const client = await RlveGymClient.connect(await startFake(fake), { reconnectTimeoutMs: 500 });
  await expect(client.state()).rejects.toMatchObject({ code: "CONNECTION_LOST" });
  expect(connections).toBeGreaterThan(3);
  await client.close();
});

test("a server that is silent, and one that does not even answer pings", async () => {
  const silent = await RlveGymClient.connect(await startFake({}), { timeoutMs: 300 });
  await expect(silent.state()).rejects.toThrow(TimeoutError);
  await expect(silent.step("x", { timeoutMs: 50 })).rejects.toThrow(/within 50 ms/);
  await silent.close();

  let connections = 0;
  const dead: Fake = {
    connected: (socket) => {
      connections++;
      socket.pause();
    },
  };
  const client = await RlveGymClient.connect(await startFake(dead), {
    pingIntervalMs: 50,
    reconnectTimeoutMs: 400,
  });
  await expect(client.state()).rejects.toMatchObject({ code: "CONNECTION_LOST" });
  expect(connections).toBeGreaterThan(1);
  await client.close();
});

test("what opens no WebSocket is said at once, in an error of its kind", async () => {
  const port = await findFreePort();
  const html = createServer((_request, response) => response.end("hello"));
  const down = createServer((_request, response) => response.writeHead(503).end());
  const closed = createServer((_request, response) => response.writeHead(403).end());
  for (const server of [html, down, closed]) onTestFinished(() => void server.close());
  const [htmlUrl, downUrl, closedUrl] = [
    await listen(html),
    await listen(down),
    await listen(closed),
  ];
  const cases: [string, object][] = [
    [
      `http://127.0.0.1:${port}`,
      { code: "UNREACHABLE", message: expect.stringContaining("ECONNREFUSED") },
    ],
    [htmlUrl, { code: "WRONG_SERVER", message: expect.stringContaining("HTTP 200") }],
    [downUrl, { code: "UNREACHABLE", message: expect.stringContaining("HTTP 503") }],
    [closedUrl, { code: "UNAUTHORIZED" }],
    [await startTcp((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")), { code: "WRONG_SERVER" }],
    [await startTcp((socket) => socket.end()), { code: "UNREACHABLE" }],
    [await startTcp((socket) => socket.end("HTTP/1.1 101 Swit")), { code: "UNREACHABLE" }],
    [await startTcp((socket) => socket.resetAndDestroy()), { code: "UNREACHABLE" }],
    [await startTcp(() => {}), { code: "UNREACHABLE" }],
  ];
  for (const [url, error] of cases) {
    const caught = await RlveGymClient.connect(url, { connectTimeoutMs: 300 }).catch((e) => e);
    expect(caught, url).toMatchObject(error);
    expect(caught instanceof ConnectionError || caught instanceof RlveGymError).toBe(true);
  }
});
