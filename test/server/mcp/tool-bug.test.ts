import { expect, test } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createMcp } from "../../../src/server/mcp/mcp.ts";
import { Sessions } from "../../../src/server/sessions.ts";
import { Session } from "../../../src/session/session.ts";
import { createInProcessProblems, createTestContext } from "../../requests/context.ts";

test("a bug in a tool is logged, and the client is told no more than that", async () => {
  const context = createTestContext({
    problems: createInProcessProblems({
      generate() {
        throw new Error("a bug");
      },
    }),
  });
  const bugs: unknown[] = [];
  const sessions = new Sessions(1, { idleMs: 0, writeMs: 1000 }, createLog("silent"));
  const mcp = createMcp({ context, sessions, report: (bug) => bugs.push(bug) });
  const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_problem" } };
  const response = await mcp.answer(call, new Session(context));
  expect(response).toMatchObject({ id: 1, error: { code: -32603 } });
  expect(JSON.stringify(response)).not.toContain("a bug");
  expect(bugs).toEqual([new Error("a bug")]);
});
