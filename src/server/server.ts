import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";
import type { Logger } from "../log.ts";
import type { Problems } from "../problems/problems.ts";
import { type Handlers, handlers as sessionHandlers } from "../requests/handlers.ts";
import type { SessionContext } from "../session/session.ts";
import { createAuthorize } from "./authorization.ts";
import { createHttpListener } from "./http/listener.ts";
import { createMcp } from "./mcp/mcp.ts";
import { Sessions } from "./sessions.ts";
import { createUpgradeListener } from "./transports/node.ts";

export interface ServerOptions {
  readonly config: Config;
  /** The problems served. They stay open when the server has ended: whoever made them closes them. */
  readonly problems: Problems;
  readonly log: Logger;
}

export interface Server {
  /** Where it listens, once started. */
  readonly address: AddressInfo;
  readonly sessions: Sessions;
  /**
   * Ends without losing anything: not ready any more, new sessions refused, requests that wait
   * answered, sessions told 1001, then every connection closed.
   */
  drain(): Promise<void>;
}

const NOTIFIED = { jsonrpc: "2.0", id: null, result: {} };

/**
 * Starts a server.
 * @throws Error with the system's code (EADDRINUSE, …) when it cannot listen
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, problems, log } = options;
  const context: SessionContext = {
    problems,
    settings: {
      environment: config.environment,
      difficulty: config.difficulty,
      markers: { start: config.answerMarkerStart, end: config.answerMarkerEnd },
      explain: false,
    },
    initialSeed: config.initialSeed,
    exposeAnswers: config.exposeAnswers,
    maxBatch: config.maxBatch,
    maxReplyBytes: config.maxMessageBytes,
  };
  const limits = { maxMessageBytes: config.maxMessageBytes, maxBatch: config.maxBatch };
  const timeouts = {
    idleMs: config.sessionIdleTimeoutS * 1000,
    writeMs: config.writeTimeoutS * 1000,
  };
  const sessions = new Sessions(config.maxSessions, timeouts, log);
  const authorize = createAuthorize(config.apiKey);
  const report = (error: unknown) => log.error({ err: error }, "internal error");
  const server = { context, sessions, authorize, limits, report };
  const mcp = createMcp(server);
  const handlers: Handlers = {
    ...sessionHandlers,
    // Every request on /ws is answered; what answers a notification says nothing.
    mcp: async (session, request) => (await mcp.answer(request, session)) ?? NOTIFIED,
  };

  const http = createHttpServer(createHttpListener(server, mcp));
  http.on("upgrade", createUpgradeListener({ ...server, handlers, mcp }));

  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(config.port, config.host, resolve);
  });
  return {
    address: http.address() as AddressInfo,
    sessions,
    async drain() {
      const deadline = performance.now() + config.drainTimeoutS * 1000;
      await sessions.drain(deadline - performance.now());
      await closeHttp(http, deadline - performance.now());
    },
  };
}

/** How often to look for connections that their clients keep open, whose last request is answered. */
const IDLE_CHECK_MS = 20;

/** Lets the requests over HTTP that are being answered finish, and cuts off the rest in the end. */
async function closeHttp(http: HttpServer, timeoutMs: number): Promise<void> {
  const idleCheck = setInterval(() => http.closeIdleConnections(), IDLE_CHECK_MS);
  const timer = setTimeout(() => http.closeAllConnections(), Math.max(0, timeoutMs));
  // Closes the idle ones at once, too.
  await new Promise<void>((resolve) => http.close(() => resolve()));
  clearInterval(idleCheck);
  clearTimeout(timer);
}
