import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { beside, connect, serveVictim } from "./harness.ts";

const victim = serveVictim();

const METHODS = [
  "initialize",
  "ping",
  "tools/list",
  "tools/call",
  "resources/list",
  "prompts/list",
  "logging/setLevel",
  "completion/complete",
  "openenv/session/create",
  "openenv/session/close",
  "no/such/method",
  "notifications/initialized",
  "",
  "__proto__",
];

/** What no specification allows as parameters, and what merely looks odd. */
const PARAMS: readonly unknown[] = [
  undefined,
  null,
  5,
  "text",
  true,
  [],
  [1],
  {},
  { _meta: 5 },
  { _meta: null },
  { _meta: { progressToken: {} } },
  { _meta: { progressToken: 2 ** 60 } },
  { name: 5 },
  { name: "get_problem", arguments: 5 },
  { name: "get_problem", arguments: null },
  { name: "submit_answer", arguments: { answer: {} } },
  { name: "__proto__", arguments: {} },
  { session_id: 5 },
  { session_id: {} },
  { session_id: "" },
  { session_id: "none" },
  { cursor: 5 },
  { protocolVersion: 5 },
  { protocolVersion: "x", capabilities: [], clientInfo: null },
  { task: 5 },
  { requestId: 5 },
];

const cases = METHODS.flatMap((method) => PARAMS.map((params) => ({ method, params })));
const withId = cases.map(({ method, params }, id) => ({ jsonrpc: "2.0", id, method, params }));

/** An answer that takes longer is none. */
const PATIENCE_MS = 20_000;

async function post(headers: Record<string, string>, request: object): Promise<unknown> {
  const response = await fetch(`${victim().httpUrl}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  expect(response.status, JSON.stringify(request)).toBeLessThan(500);
  return response.json();
}

/** Asks all, a few at a time. */
async function askAll(headers: Record<string, string>): Promise<void> {
  const requests = withId.values();
  const askSome = async () => {
    for (const request of requests) {
      expect(await post(headers, request), JSON.stringify(request)).toEqual(isAnswer(request.id));
    }
  };
  await Promise.all(Array.from({ length: 8 }, askSome));
}

const isAnswer = (id: number) => expect.objectContaining({ jsonrpc: "2.0", id });

test("plain HTTP: every method answers every kind of parameters", async () => {
  await beside(victim(), async () => {
    await askAll({});
  });
});

test("Streamable HTTP: every method answers every kind of parameters", async () => {
  const accept = "application/json, text/event-stream";
  await beside(victim(), async () => {
    const begun = await fetch(`${victim().httpUrl}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 0,
        method: "initialize",
        params: {
          protocolVersion: "2025-06-18",
          capabilities: {},
          clientInfo: { name: "t", version: "1" },
        },
      }),
    });
    const headers = { accept, "mcp-session-id": begun.headers.get("mcp-session-id") ?? "" };
    await begun.text();
    await askAll(headers);
  });
});

test.each([
  ["/mcp", (request: object) => request],
  ["/ws", (request: object) => ({ type: "mcp", data: request })],
])(
  "a socket of %s: every method answers every kind of parameters, and the session lives on",
  async (path, wrap) => {
    await beside(victim(), async () => {
      const socket = await connect(victim().url.replace("/ws", path));
      const answers: { id: number }[] = [];
      socket.on("message", (data) => {
        const answer = JSON.parse(data.toString());
        answers.push(path === "/ws" ? answer.data : answer);
      });
      for (const request of withId) socket.send(JSON.stringify(wrap(request)));
      const end = performance.now() + PATIENCE_MS;
      while (answers.length < withId.length && performance.now() < end) await delay(20);
      expect(answers.map(({ id }) => id)).toEqual(withId.map(({ id }) => id));
      expect(socket.readyState).toBe(socket.OPEN);
      socket.close();
    });
  },
);
