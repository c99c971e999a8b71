import {
  Client as ClientV2,
  StreamableHTTPClientTransport as StreamableHTTPClientTransportV2,
} from "@modelcontextprotocol/client";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { WebSocketClientTransport } from "@modelcontextprotocol/sdk/client/websocket.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import { Peer, startBadServer, startTestServer, type TestServer, until } from "../harness.ts";

/** A problem and an answer that earns 1. */
function solved(id: string, difficulty: number, seed: number) {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`${id} is not registered`);
  const { prompt, instance } = generateProblem(environment, difficulty, seed);
  return { prompt, answer: environment.solve(instance) };
}

interface AnyResponse {
  id: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: results of every shape, whose fields tests look into
  result?: any;
  error?: { code: number; message: string; data?: unknown };
}

/** A request over HTTP in OpenEnv's way: plain JSON, no headers of MCP. */
async function post({ httpUrl }: TestServer, body: unknown) {
  const response = await fetch(`${httpUrl}/mcp`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as AnyResponse };
}

async function call(server: TestServer, method: string, params: object = {}): Promise<AnyResponse> {
  const { status, body } = await post(server, { jsonrpc: "2.0", id: 7, method, params });
  expect(status).toBe(200);
  expect(body.id).toBe(7);
  return body;
}

async function createSession(server: TestServer): Promise<string> {
  return (await call(server, "openenv/session/create")).result.session_id;
}

function callTool(server: TestServer, session_id: string, name: string, args: object = {}) {
  return call(server, "tools/call", { name, arguments: args, session_id });
}

async function connectClient(transport: Transport): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

function streamable({ httpUrl }: TestServer, headers: Record<string, string> = {}) {
  return new StreamableHTTPClientTransport(new URL(`${httpUrl}/mcp`), { requestInit: { headers } });
}

const { prompt, answer } = solved("Multiplication", 0, 0);

test.each(["Streamable HTTP", "WebSocket"])(
  "the official client over %s lists the tools, gets the problem and answers it",
  async (way) => {
    const server = await startTestServer();
    const transport =
      way === "WebSocket"
        ? new WebSocketClientTransport(new URL(server.url.replace("/ws", "/mcp")))
        : streamable(server);
    // The SDK's WebSocket transport is for browsers; Node 20 has no such global.
    Object.assign(globalThis, { WebSocket });
    const client = await connectClient(transport);
    expect(client.getServerVersion()).toMatchObject({ name: "rlve-gym-server" });
    expect(server.sessions.active).toBe(1);
    await client.ping();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["get_problem", "submit_answer"]);

    const early = await client.callTool({ name: "submit_answer", arguments: { answer } });
    expect(early).toMatchObject({ isError: true, content: [{ type: "text" }] });
    for (let twice = 0; twice < 2; twice++) {
      const problem = await client.callTool({ name: "get_problem" });
      expect(problem.structuredContent).toEqual({ problem_input: prompt });
      expect(problem.content).toEqual([{ type: "text", text: prompt }]);
    }
    // The client checks what comes against the tool's output schema.
    const right = await client.callTool({ name: "submit_answer", arguments: { answer } });
    expect(right.structuredContent).toEqual({ reward: 1, accuracy: 1, format_score: 1 });
    const wrong = await client.callTool({ name: "submit_answer", arguments: { answer: "?" } });
    expect(wrong.structuredContent).toEqual({ reward: -1, accuracy: 0, format_score: 0 });
    const unfit = await client.callTool({ name: "submit_answer", arguments: { answer: 5 } });
    expect(unfit).toMatchObject({ isError: true });
    await expect(client.callTool({ name: "reset" })).rejects.toMatchObject({ code: -32602 });
  },
);

test("the client of the SDK's next version speaks with it, asking for the newest first", async () => {
  const server = await startTestServer();
  const client = new ClientV2(
    { name: "test", version: "2" },
    { versionNegotiation: { mode: "auto" } },
  );
  const transport = new StreamableHTTPClientTransportV2(new URL(`${server.httpUrl}/mcp`));
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(["get_problem", "submit_answer"]);
  const problem = await client.callTool({ name: "get_problem" });
  expect(problem.structuredContent).toEqual({ problem_input: prompt });
  const right = await client.callTool({ name: "submit_answer", arguments: { answer } });
  expect(right.structuredContent).toEqual({ reward: 1, accuracy: 1, format_score: 1 });
  await transport.terminateSession();
  await client.close();
  expect(server.sessions.active).toBe(0);
});

test("an answer counts with and without the session's markers", async () => {
  const server = await startTestServer({ answerMarkerStart: "[[", answerMarkerEnd: "]]" });
  const id = await createSession(server);
  await callTool(server, id, "get_problem");
  for (const text of [answer, `[[${answer}]]`, `I think [[${answer}]].`]) {
    const { result } = await callTool(server, id, "submit_answer", { answer: text });
    expect(result.data.accuracy, text).toBe(1);
  }
});

test("a session made over HTTP is shared with the /ws connection that attaches to it", async () => {
  const server = await startTestServer({ maxSessions: 1 });
  const id = await createSession(server);
  expect(server.sessions.active).toBe(1);
  const peer = await Peer.open(`${server.url}?session_id=${id}`);
  const sorting = solved("Sorting", 2, 5);
  await peer.ask({
    type: "reset",
    data: { environment: "Sorting", difficulty: 2, seed: 5, episode_id: "e", explain: true },
  });
  const problem = await callTool(server, id, "get_problem");
  expect(problem.result).toMatchObject({
    content: [{ type: "text", text: sorting.prompt }],
    data: { problem_input: sorting.prompt },
    isError: false,
  });
  const wrong = await callTool(server, id, "submit_answer", { answer: "1" });
  expect(wrong.result.data).toMatchObject({
    accuracy: 0,
    reason: expect.stringContaining("1 integers"),
  });
  const right = await callTool(server, id, "submit_answer", { answer: sorting.answer });
  expect(right.result.data).toMatchObject({ reward: 1, accuracy: 1 });
  expect((await peer.ask({ type: "state" })).data).toMatchObject({
    episode_id: "e",
    num_samples: 2,
    sum_accuracy: 1,
  });

  // It outlives the socket, and another may attach; but not two at once.
  const second = new Peer(`${server.url}?session_id=${id}`);
  expect((await second.next())?.data).toEqual({
    code: "SESSION_ERROR",
    message: `Session ${id} already has an attached WebSocket`,
  });
  await second.closed;
  peer.send({ type: "close" });
  expect((await peer.closed).code).toBe(1000);
  const third = await Peer.open(`${server.url}?session_id=${id}`);
  expect((await third.ask({ type: "state" })).data.episode_id).toBe("e");

  // Closed while a socket is attached, it ends with that.
  const closing = await call(server, "openenv/session/close", { session_id: id });
  expect(closing.result).toEqual({ session_id: id, closed: false, closing: true });
  expect((await third.ask({ type: "state" })).type).toBe("state");
  third.socket.close();
  await until(() => server.sessions.active === 0, "the slot is given back");
});

test("/ws refuses a session that does not exist", async () => {
  const server = await startTestServer();
  const peer = new Peer(`${server.url}?session_id=nothing`);
  expect((await peer.next())?.data).toEqual({
    code: "SESSION_ERROR",
    message: "Unknown session_id: nothing",
  });
  await peer.closed;
  expect(server.sessions.active).toBe(0);
});

test("get_problem never replaces a problem that a reset is drawing", async () => {
  const server = await startTestServer();
  const id = await createSession(server);
  const peer = await Peer.open(`${server.url}?session_id=${id}`);
  const sorting = solved("Sorting", 30, 5);
  peer.send({ type: "reset", data: { environment: "Sorting", difficulty: 30, seed: 5 } });
  const pong = new Promise((resolve) => peer.socket.once("pong", resolve));
  peer.socket.ping();
  await pong;
  const { result } = await callTool(server, id, "get_problem");
  expect(result.data.problem_input).toBe(sorting.prompt);
  expect((await peer.expectReply()).type).toBe("observation");
});

test("a reset that gave no problem leaves none to get or answer", async () => {
  const server = await startBadServer({ environment: "Throwing", generationTimeoutS: 10 });
  const id = await createSession(server);
  const drawn = await callTool(server, id, "get_problem");
  expect(drawn.error).toMatchObject({ code: -32603, message: expect.stringContaining("seed 0") });
  const again = await callTool(server, id, "get_problem");
  expect(again.error).toMatchObject({
    code: -32600,
    message: expect.stringContaining("no problem"),
  });
  const submitted = await callTool(server, id, "submit_answer", { answer: "1" });
  expect(submitted.error?.code).toBe(-32600);
});

test("JSON-RPC errors have their numbers, and OpenEnv's texts", async () => {
  const server = await startTestServer();
  const rpc = { jsonrpc: "2.0", id: 1 };
  const cases: [unknown, number, string][] = [
    ["{", -32700, "Parse error"],
    ["[1]", -32600, "Invalid request"],
    ["5", -32600, "Invalid request"],
    [{}, -32600, "Invalid request: jsonrpc"],
    [{ jsonrpc: "2.0" }, -32600, "Invalid request: method: Field required"],
    [{ ...rpc, jsonrpc: "1.0", method: "ping" }, -32600, "Invalid request"],
    [{ ...rpc, method: "ping", params: [] }, -32600, "Invalid request: params"],
    [{ ...rpc, method: "ping", extra: 1 }, -32600, "Invalid request: extra"],
    [{ ...rpc, method: "ping", id: {} }, -32600, "Invalid request: id"],
    [{ ...rpc, method: "nothing" }, -32601, "Method not found: nothing"],
    [{ ...rpc, method: "constructor" }, -32601, "Method not found: constructor"],
    [{ ...rpc, method: "initialize" }, -32602, "Missing 'protocolVersion' in params"],
    [{ ...rpc, method: "tools/call" }, -32602, "Missing 'name' in params"],
    [{ ...rpc, method: "tools/call", params: { name: 5 } }, -32602, "Invalid params: name"],
    [{ ...rpc, method: "tools/call", params: { name: "x" } }, -32602, "Tool not found: x"],
    [
      { ...rpc, method: "tools/call", params: { name: "submit_answer" } },
      -32602,
      "Invalid arguments for submit_answer: answer: Field required",
    ],
    [
      { ...rpc, method: "tools/call", params: { name: "get_problem", arguments: { x: 1 } } },
      -32602,
      "Invalid arguments for get_problem: x: Extra inputs",
    ],
    [
      { ...rpc, method: "tools/list", params: { session_id: "q" } },
      -32602,
      "Unknown session_id: q",
    ],
    [{ ...rpc, method: "openenv/session/close" }, -32602, "'session_id' is required"],
    [
      { ...rpc, method: "openenv/session/close", params: { session_id: "q" } },
      -32602,
      "Unknown session_id: q",
    ],
  ];
  const socket = await Peer.open(server.url.replace("/ws", "/mcp"));
  for (const [message, code, text] of cases) {
    const { status, body } = await post(server, message);
    expect(status).toBe(200);
    expect(body).toMatchObject({ jsonrpc: "2.0", error: { code } });
    expect(body.error?.message).toContain(text);
    expect(body.id).toBe(code === -32700 || code === -32600 ? null : 1);
    // Frames of /mcp are answered alike, but always for their own session.
    if (text.includes("Unknown session_id: q") && JSON.stringify(message).includes("list"))
      continue;
    const frame = typeof message === "string" ? message : JSON.stringify(message);
    expect(await socket.askRaw(frame)).toEqual(body);
  }
});

test("a request without an id is answered, a notification is not", async () => {
  const server = await startTestServer();
  const ping = await post(server, { jsonrpc: "2.0", method: "ping" });
  expect(ping).toEqual({ status: 200, body: { jsonrpc: "2.0", id: null, result: {} } });
  const notification = { jsonrpc: "2.0", method: "notifications/initialized" };
  expect(await post(server, notification)).toEqual({ status: 202, body: null });
  const socket = await Peer.open(server.url.replace("/ws", "/mcp"));
  socket.send(notification);
  expect(await socket.ask({ jsonrpc: "2.0", id: "a", method: "ping" })).toMatchObject({ id: "a" });
});

test("requests of many clients at once, with the same ids, do not mix", async () => {
  const server = await startTestServer();
  const ids = await Promise.all(Array.from({ length: 20 }, () => createSession(server)));
  const peers = await Promise.all(ids.map((id) => Peer.open(`${server.url}?session_id=${id}`)));
  await Promise.all(
    peers.map((peer, seed) => peer.ask({ type: "reset", data: { environment: "Sorting", seed } })),
  );
  const problems = await Promise.all(ids.map((id) => callTool(server, id, "get_problem")));
  for (const [seed, { result }] of problems.entries()) {
    expect(result.data.problem_input).toBe(solved("Sorting", 0, seed).prompt);
  }
});

test.each(["json", "msgpack"] as const)("mcp messages on /ws, %s", async (encoding) => {
  const server = await startTestServer();
  const peer = await Peer.open(server.url);
  const ask = async (data: unknown) => peer.ask({ type: "mcp", data, id: 1 }, encoding);
  const rpc = { jsonrpc: "2.0", id: "x" };
  await peer.ask({ type: "reset", data: { environment: "Sorting", seed: 3 } });
  const reply = await ask({ ...rpc, method: "tools/call", params: { name: "get_problem" } });
  expect(reply).toMatchObject({
    type: "mcp",
    id: 1,
    data: { id: "x", result: { data: { problem_input: solved("Sorting", 0, 3).prompt } } },
  });
  // The socket's own session, which the socket alone ends.
  const { session_id } = (await ask({ ...rpc, method: "openenv/session/create" })).data.result;
  expect(server.sessions.active).toBe(1);
  const closing = await ask({ ...rpc, method: "openenv/session/close", params: { session_id } });
  expect(closing.data.error).toEqual({
    code: -32600,
    message: "Cannot close active WebSocket-managed session via MCP method",
  });
  expect((await ask({})).data).toMatchObject({ id: null, error: { code: -32600 } });
  const notified = await ask({ jsonrpc: "2.0", method: "notifications/initialized" });
  expect(notified.data).toEqual({ jsonrpc: "2.0", id: null, result: {} });
  expect((await peer.ask({ type: "mcp" }, encoding)).data.code).toBe("VALIDATION_ERROR");
});

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

test("a session of an official client can be attached to, and ends with its DELETE", async () => {
  const server = await startTestServer();
  const transport = streamable(server);
  const client = await connectClient(transport);
  const peer = await Peer.open(`${server.url}?session_id=${transport.sessionId}`);
  await peer.ask({ type: "reset", data: { environment: "Sorting", seed: 3 } });
  const problem = await client.callTool({ name: "get_problem" });
  expect(problem.structuredContent).toEqual({ problem_input: solved("Sorting", 0, 3).prompt });
  await transport.terminateSession();
  peer.socket.close();
  await until(() => server.sessions.active === 0, "the slot is given back");
});

test("Streamable HTTP: what is not a request of a session is refused by its status", async () => {
  const server = await startTestServer();
  const accept = "application/json, text/event-stream";
  const send = (method: string, headers: Record<string, string>, body?: string) =>
    fetch(`${server.httpUrl}/mcp`, { method, headers, ...(body !== undefined && { body }) });
  const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  expect((await send("POST", { accept }, list)).status).toBe(400);
  expect((await send("POST", { accept }, "{")).status).toBe(400);
  expect((await send("POST", { accept, "mcp-session-id": "q" }, list)).status).toBe(404);
  expect((await send("DELETE", { "mcp-session-id": "q" })).status).toBe(404);
  expect((await send("DELETE", {})).status).toBe(400);
  const get = await send("GET", { accept: "text/event-stream" });
  expect(get.status).toBe(405);
  expect(get.headers.get("allow")).toBe("POST, DELETE");
});

test.each(["cancelled", "deleted", "drained"])(
  "Streamable HTTP: a call under way gets its response when it or its session is %s",
  async (end) => {
    const settings = { environment: "Endless", generationTimeoutS: 0.5, drainTimeoutS: 10 };
    const server = await startBadServer(settings);
    const transport = streamable(server);
    await connectClient(transport);
    const headers = {
      accept: "application/json, text/event-stream",
      "content-type": "application/json",
      "mcp-session-id": transport.sessionId ?? "",
    };
    const send = (message: object) =>
      fetch(`${server.httpUrl}/mcp`, {
        method: "POST",
        headers,
        body: JSON.stringify({ jsonrpc: "2.0", ...message }),
      });
    const called = send({ id: "x", method: "tools/call", params: { name: "get_problem" } });
    // A later request says that the first has arrived.
    await send({ id: "y", method: "ping" });
    if (end === "cancelled") {
      const params = { requestId: "x" };
      expect((await send({ method: "notifications/cancelled", params })).status).toBe(202);
    }
    if (end === "deleted") await transport.terminateSession();
    if (end === "drained") await server.drain();
    expect(await (await called).json()).toMatchObject({ id: "x", result: { isError: true } });
  },
);

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

test("a message over the limit is refused on /mcp", async () => {
  const server = await startTestServer({ maxMessageBytes: 2_000 });
  const socket = await Peer.open(server.url.replace("/ws", "/mcp"));
  const request = { jsonrpc: "2.0", id: 1, method: "x".repeat(3_000) };
  expect(await socket.ask(request)).toMatchObject({ id: null, error: { code: -32600 } });
  expect((await post(server, request)).status).toBe(413);
});
