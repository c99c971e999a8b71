import { expect, test } from "vitest";
import { Peer, startBadServer, startTestServer, until } from "../harness.ts";
import { answer, call, callTool, createSession, post, prompt, solved } from "./asking.ts";

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
    reason: expect.stringContaining("1 integer "),
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
    // It is that of what was sent, where one can be read.
    const { id } = message as { id?: unknown };
    expect(body.id).toBe(typeof id === "number" ? id : null);
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

test("a message over the limit is refused on /mcp", async () => {
  const server = await startTestServer({ maxMessageBytes: 2_000 });
  const socket = await Peer.open(server.url.replace("/ws", "/mcp"));
  const request = { jsonrpc: "2.0", id: 1, method: "x".repeat(3_000) };
  expect(await socket.ask(request)).toMatchObject({ id: null, error: { code: -32600 } });
  expect((await post(server, request)).status).toBe(413);
});

test("OpenEnv's older way: a step lists the tools and calls them", async () => {
  const server = await startTestServer();
  const peer = await Peer.open(server.url);
  const step = async (data: object) => (await peer.ask({ type: "step", data })).data;
  const call = (tool_name: string, given?: object) =>
    step({ type: "call_tool", tool_name, ...(given && { arguments: given }) });

  const { observation } = await step({ type: "list_tools" });
  expect(observation.tools).toMatchObject([
    { name: "get_problem", input_schema: { type: "object" } },
    { name: "submit_answer", input_schema: { type: "object" } },
  ]);
  const problem = (await call("get_problem")).observation;
  expect(problem).toMatchObject({ tool_name: "get_problem", error: null });
  expect(problem.result.data).toEqual({ problem_input: prompt });
  const right = await call("submit_answer", { answer });
  expect(right).toMatchObject({ reward: 1, done: true });
  expect(right.observation.result.data).toEqual({ reward: 1, accuracy: 1, format_score: 1 });
  for (const [name, given, type] of [
    ["none", {}, "tool_not_found"],
    ["submit_answer", { answer: {} }, "invalid_args"],
  ] as const) {
    const failed = (await call(name, given)).observation;
    expect(failed).toMatchObject({ tool_name: name, result: null, error: { error_type: type } });
  }
  const malformed = await peer.ask({ type: "step", data: { type: "call_tool" } });
  expect(malformed).toMatchObject({ type: "error", data: { code: "VALIDATION_ERROR" } });
});

test.each([
  ["a number", 712, "712"],
  ["a list", [3, 1, 2], "3 1 2"],
  [
    "rows",
    [
      [1, 2],
      [3, 4],
    ],
    "1 2\n3 4",
  ],
])("submit_answer takes %s that a host made of a text", async (_what, given, text) => {
  const server = await startTestServer();
  const id = await createSession(server);
  const submit = async (answer: unknown) =>
    (await callTool(server, id, "submit_answer", { answer })).result;
  await callTool(server, id, "get_problem");
  expect(await submit(given)).toEqual(await submit(text));
});

test("an agent may submit so often, and need not know what it earns", async () => {
  const server = await startTestServer({ mcpMaxSubmissions: 2, mcpHideRewards: true });
  const id = await createSession(server);
  await callTool(server, id, "get_problem");
  for (const submitted of ["1", answer]) {
    const { result } = await callTool(server, id, "submit_answer", { answer: submitted });
    expect(result).toMatchObject({
      content: [{ text: "The answer was taken." }],
      data: { taken: true },
    });
    expect(JSON.stringify(result)).not.toContain("reward");
  }
  const third = await callTool(server, id, "submit_answer", { answer });
  expect(third.error).toMatchObject({ code: -32600 });
  // The trainer knows, and its reset begins anew.
  const peer = await Peer.open(`${server.url}?session_id=${id}`);
  expect((await peer.ask({ type: "state" })).data).toMatchObject({
    num_samples: 2,
    sum_accuracy: 1,
  });
  await peer.ask({ type: "reset" });
  const again = await callTool(server, id, "submit_answer", { answer: "1" });
  expect(again.result.data).toEqual({ taken: true });
});
