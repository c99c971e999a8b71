import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { ReplyWriter } from "../../../src/server/transports/reply-writer.ts";

let http: Server | undefined;
afterEach(() => {
  http?.closeAllConnections();
  http?.close();
});

/** A client, and the writer at the other end of its connection. */
async function connect() {
  http = createServer();
  const server = new WebSocketServer({ server: http });
  await once(http.listen(0, "127.0.0.1"), "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const [ws, request] = await once(server, "connection");
  await once(client, "open");
  return { client, ws, writer: new ReplyWriter(ws, request.socket), stream: request.socket };
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 65_537, 200_000])(
  "replies of %i bytes come whole, in order, as what they are",
  async (length) => {
    const { client, writer } = await connect();
    const received: { data: Buffer; isBinary: boolean }[] = [];
    client.on("message", (data, isBinary) => received.push({ data: data as Buffer, isBinary }));
    const texts = ["a".repeat(length), `${"é".repeat(length >> 1)}`, "last"];
    for (const text of texts) {
      writer.send(text);
      writer.send(Buffer.from(text));
    }
    await expect.poll(() => received.length).toBe(6);
    expect(received.map(({ data, isBinary }) => [data.toString(), isBinary])).toEqual(
      texts.flatMap((text) => [
        [text, false],
        [text, true],
      ]),
    );
  },
);

test("what a turn brings leaves in one write at its end, and counts as waiting until then", async () => {
  const { ws, stream } = await connect();
  const written = new PassThrough();
  const writer = new ReplyWriter(ws, written);
  writer.beginTurn();
  for (let reply = 0; reply < 5; reply++) writer.send("12345678");
  await new Promise(setImmediate);
  expect(writer.bufferedBytes).toBe(40 + stream.writableLength);
  expect(written.readableLength).toBe(0);
  writer.endTurn();
  expect(written.read()).toHaveLength(50);
  writer.send("a reply that came later");
  expect(written.readableLength).toBe(0);
  await new Promise(setImmediate);
  expect(written.readableLength).toBe(25);
});

test("nothing is written to a connection that is closing", async () => {
  const { ws } = await connect();
  const written = new PassThrough();
  const writer = new ReplyWriter(ws, written);
  writer.beginTurn();
  writer.send("too late");
  ws.close();
  writer.endTurn();
  writer.send("later still");
  await new Promise(setImmediate);
  expect(written.readableLength).toBe(0);
});
