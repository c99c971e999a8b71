import type { Hono } from "hono";
import { createLog } from "../../../src/log.ts";
import type { RequestContext } from "../../../src/requests/context.ts";
import { createAuthorize } from "../../../src/server/authorization.ts";
import { createApp } from "../../../src/server/http/app.ts";
import { toBacklogBounds } from "../../../src/server/limits.ts";
import { createMcp } from "../../../src/server/mcp/mcp.ts";
import { createToolbox } from "../../../src/server/mcp/tools.ts";
import { Counts } from "../../../src/server/metrics/counts.ts";
import { createRefuseOrigin } from "../../../src/server/origins.ts";
import { Sessions } from "../../../src/server/sessions.ts";
import { createTestContext } from "../../requests/context.ts";

const DEFAULT_TOOLS = { maxSubmissions: 0, hideRewards: false };

interface TestAppOptions {
  readonly key?: string;
  /** What differs from the defaults of a server. */
  readonly context?: Partial<RequestContext>;
}

/** Sessions of which none ends by itself. */
export function createTestSessions(capacity: number): Sessions {
  const timeouts = { idleMs: 0, writeMs: 1000, unusedMs: 60_000 };
  return new Sessions(capacity, timeouts, toBacklogBounds(1 << 20), createLog("silent"));
}

/** The HTTP API without sockets and workers. */
export function createTestApp({ key, context = {} }: TestAppOptions = {}): Hono {
  const limits = { maxMessageBytes: 1 << 20, maxBatch: 100 };
  const server = {
    context: createTestContext({ limits, ...context }),
    sessions: createTestSessions(10),
    authorize: createAuthorize(key ?? null),
    isReady: () => true,
    refuseOrigin: createRefuseOrigin([]),
    counts: new Counts(),
    statistics: null,
    log: createLog("silent"),
    noteRefusal() {},
    report(error: unknown) {
      throw error;
    },
  };
  return createApp(server, createMcp({ ...server, tools: createToolbox(DEFAULT_TOOLS) }));
}

/** A request's status and what its response holds. */
export async function ask(
  app: Hono,
  path: string,
  body?: unknown,
  method = body === undefined ? "GET" : "POST",
) {
  const response = await app.request(path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}
