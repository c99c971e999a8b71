import type { Hono } from "hono";
import { createLog } from "../../../src/log.ts";
import { createAuthorize } from "../../../src/server/authorization.ts";
import { createApp } from "../../../src/server/http/app.ts";
import { createMcp } from "../../../src/server/mcp/mcp.ts";
import { Sessions } from "../../../src/server/sessions.ts";
import { createTestContext } from "../../requests/context.ts";

/** The HTTP API without sockets and workers. */
export function createTestApp(key: string | null = null): Hono {
  const server = {
    context: createTestContext({ limits: { maxMessageBytes: 1 << 20, maxBatch: 100 } }),
    sessions: new Sessions(10, { idleMs: 0, writeMs: 1000 }, createLog("silent")),
    authorize: createAuthorize(key),
    report(error: unknown) {
      throw error;
    },
  };
  return createApp(server, createMcp(server));
}
