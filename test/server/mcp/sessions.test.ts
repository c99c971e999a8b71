import type { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect, test } from "vitest";
import { Peer, startTestServer, until } from "../harness.ts";
import { call, connectClient, createSession, post, streamable } from "./asking.ts";

test("sessions of every kind share the capacity, and are told when it is reached", async () => {
  const server = await startTestServer({ maxSessions: 3 });
  const id = await createSession(server);
  const client = await connectClient(streamable(server));
  await Peer.open(server.url);
  const data = { active_sessions: 3, max_sessions: 3 };
  const message = expect.stringContaining("Server at capacity: 3/3");
  const refused = await call(server, "openenv/session/create");
  expect(refused.error).toEqual({ code: -32000, message, data });
  const socket = new Peer(server.url.replace("/ws", "/mcp"));
  expect(await socket.next()).toMatchObject({ id: null, error: { code: -32000, message, data } });
  await socket.closed;
  await expect(connectClient(streamable(server))).rejects.toMatchObject({ code: -32000, data });

  // Without a session, tools can be listed all the same.
  expect((await call(server, "tools/list")).result.tools).toHaveLength(2);
  await call(server, "openenv/session/close", { session_id: id });
  expect(server.sessions.active).toBe(2);
  await (client.transport as StreamableHTTPClientTransport).terminateSession();
  expect(server.sessions.active).toBe(1);
});

test("sessions without a connection end by the idle time-out, unless their socket is in use", async () => {
  const server = await startTestServer({ sessionIdleTimeoutS: 1 });
  // First, since the SDK is loaded for it, which may take a while.
  const client = await connectClient(streamable(server));
  const [idle, attached] = [await createSession(server), await createSession(server)];
  const peer = await Peer.open(`${server.url}?session_id=${attached}`);
  const busy = setInterval(() => peer.send({ type: "state" }), 50);
  await until(() => server.sessions.active === 1, "the idle sessions end");
  const late = await call(server, "tools/list", { session_id: idle });
  expect(late.error?.message).toBe(`Unknown session_id: ${idle}`);
  expect((await call(server, "tools/list", { session_id: attached })).error).toBeUndefined();
  clearInterval(busy);
  await expect(client.listTools()).rejects.toMatchObject({ code: 404 });
  expect((await peer.closed).code).toBe(1001);
  await until(() => server.sessions.active === 0, "the attached session ends");
});

test("draining ends the sessions without a connection, and makes no new ones", async () => {
  const server = await startTestServer({ drainTimeoutS: 2 });
  const attached = await createSession(server);
  await createSession(server);
  const peer = await Peer.open(`${server.url}?session_id=${attached}`);
  peer.socket.pause(); // does not take part in the closing handshake
  const drained = server.drain();
  const refused = await call(server, "openenv/session/create");
  expect(refused.error).toEqual({ code: -32000, message: "The server is shutting down." });
  await drained;
  expect(server.sessions.active).toBe(0);
});

test("without the key MCP is not answered", async () => {
  const server = await startTestServer({ apiKey: "secret" });
  expect((await post(server, {})).status).toBe(401);
  const socket = new Peer(server.url.replace("/ws", "/mcp"));
  expect(await socket.next()).toMatchObject({ error: { code: -32000 } });
  expect((await socket.closed).code).toBe(1008);
  const client = await connectClient(streamable(server, { authorization: "Bearer secret" }));
  expect((await client.listTools()).tools).toHaveLength(2);
});
