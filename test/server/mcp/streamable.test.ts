import {
  Client as ClientV2,
  StreamableHTTPClientTransport as StreamableHTTPClientTransportV2,
} from "@modelcontextprotocol/client";
import { WebSocketClientTransport } from "@modelcontextprotocol/sdk/client/websocket.js";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { Peer, startBadServer, startTestServer, until } from "../harness.ts";
import { answer, connectClient, prompt, solved, streamable } from "./asking.ts";

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
    const unfit = await client.callTool({ name: "submit_answer", arguments: { answer: {} } });
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
    fetch(`${server.httpUrl}/mcp`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body }),
    });
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
