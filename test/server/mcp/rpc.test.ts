import { SUPPORTED_PROTOCOL_VERSIONS } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import type { RequestContext } from "../../../src/requests/context.ts";
import type { RpcResponse } from "../../../src/server/mcp/json-rpc.ts";
import { createRpc } from "../../../src/server/mcp/rpc.ts";
import { createToolbox } from "../../../src/server/mcp/tools.ts";
import { Session } from "../../../src/session/session.ts";
import { createLateProblems, createTestContext } from "../../requests/context.ts";
import { createTestSessions } from "../http/test-app.ts";

/** Asks as a socket with a session of its own would. */
function createAsking(context: RequestContext = createTestContext()) {
  const bugs: unknown[] = [];
  const sessions = createTestSessions(1);
  const tools = createToolbox({ maxSubmissions: 0, hideRewards: false });
  const answer = createRpc({ context, sessions, tools, report: (bug) => bugs.push(bug) });
  const session = new Session(context);
  const ask = (method: string, params: object = {}) =>
    answer({ jsonrpc: "2.0", id: 1, method, params }, session) as Promise<RpcResponse>;
  return { ask, bugs };
}

const asClient = (protocolVersion: string) => ({
  protocolVersion,
  capabilities: {},
  clientInfo: { name: "test", version: "1" },
});

test.each(SUPPORTED_PROTOCOL_VERSIONS)("version %s is spoken, as by the SDK", async (version) => {
  const { result } = await createAsking().ask("initialize", asClient(version));
  expect(result).toMatchObject({
    protocolVersion: version,
    capabilities: { tools: {} },
    serverInfo: { name: "rlve-gym-server" },
    instructions: expect.stringContaining("get_problem"),
  });
});

test.each(["1999-01-01", "2026-07-28"])(
  "who asks for version %s is offered the newest with sessions",
  async (version) => {
    const { result } = await createAsking().ask("initialize", asClient(version));
    expect(result).toMatchObject({ protocolVersion: SUPPORTED_PROTOCOL_VERSIONS[0] });
  },
);

test("a failed call is an error to a client of OpenEnv, a result once it has initialized", async () => {
  const { ask } = createAsking();
  const early = { name: "submit_answer", arguments: { answer: "1" } };
  const message = "There is no problem yet: call get_problem first.";
  expect(await ask("tools/call", early)).toMatchObject({ error: { code: -32600, message } });
  await ask("initialize", asClient("2025-11-25"));
  expect(await ask("tools/call", early)).toEqual({
    jsonrpc: "2.0",
    id: 1,
    result: { content: [{ type: "text", text: message }], isError: true },
  });
  // A tool that does not exist is an error of the protocol to both.
  expect(await ask("tools/call", { name: "reset" })).toMatchObject({ error: { code: -32602 } });
});

test("a bug in a tool is logged, and the client is told no more than that", async () => {
  const context = createTestContext({
    problems: createLateProblems({
      generate() {
        throw new Error("a bug");
      },
    }),
  });
  const { ask, bugs } = createAsking(context);
  const response = await ask("tools/call", { name: "get_problem" });
  expect(response).toMatchObject({ id: 1, error: { code: -32603 } });
  expect(JSON.stringify(response)).not.toContain("a bug");
  expect(bugs).toEqual([new Error("a bug")]);
});
