import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";
import { Curricula } from "../curriculum/curricula.ts";
import { MemoryStore } from "../curriculum/memory-store.ts";
import type { Logger } from "../log.ts";
import type { PooledStatistics } from "../problems/pooled.ts";
import type { Problems } from "../problems/problems.ts";
import { STRICT } from "../problems/reading/reading.ts";
import type { RequestContext } from "../requests/context.ts";
import { type Handlers, handlers as ownHandlers } from "../requests/handlers.ts";
import { createAuthorize } from "./authorization.ts";
import { createFetch } from "./http/fetch.ts";
import { toBacklogBounds, UNUSED_SESSION_MS } from "./limits.ts";
import { createMcp } from "./mcp/mcp.ts";
import { answerToolAction } from "./mcp/tool-actions.ts";
import { createToolbox } from "./mcp/tools.ts";
import { Counts, type Refusal } from "./metrics/counts.ts";
import { watchEventLoop } from "./metrics/event-loop.ts";
import { countVerifications } from "./metrics/verification-counts.ts";
import { Notices } from "./notices.ts";
import { createRefuseOrigin, type RefuseOrigin } from "./origins.ts";
import { Sessions } from "./sessions.ts";
import { createEndpoints } from "./sockets/endpoints.ts";
import { listen as listenByNode } from "./transports/node.ts";
import type { Listen } from "./transports/transport.ts";

export interface ServerOptions {
  readonly config: Config;
  /** The problems served. They stay open when the server has ended: whoever made them closes them. */
  readonly problems: Problems;
  /** By default curricula that end with the process. They stay open when the server has ended. */
  readonly curricula?: Curricula;
  readonly log: Logger;
  /** What workers and cache do, for the metrics; by default there are none. */
  readonly statistics?: () => PooledStatistics;
  /** Whether problems can be had now; by default always. */
  readonly isReady?: () => boolean;
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
  const { config, log, statistics = null, isReady = () => true } = options;
  const counts = new Counts();
  const notices = new Notices(log);
  const problems = countVerifications(options.problems, counts.verifications);
  const { registry } = problems;
  const { curricula = new Curricula(new MemoryStore(registry), registry) } = options;
  const context: RequestContext = {
    problems,
    curricula,
    settings: {
      environment: config.environment,
      difficulty: config.difficulty,
      reading: STRICT,
      split: null,
      curriculum: null,
      markers: { start: config.answerMarkerStart, end: config.answerMarkerEnd },
      explain: false,
    },
    initialSeed: config.initialSeed,
    exposeAnswers: config.exposeAnswers,
    limits: { maxMessageBytes: config.maxMessageBytes, maxBatch: config.maxBatch },
  };
  const timeouts = {
    idleMs: config.sessionIdleTimeoutS * 1000,
    writeMs: config.writeTimeoutS * 1000,
    unusedMs: UNUSED_SESSION_MS,
  };
  const backlog = toBacklogBounds(config.maxMessageBytes);
  const sessions = new Sessions(config.maxSessions, timeouts, backlog, log, counts);
  const authorize = createAuthorize(config.apiKey);
  const report = (error: unknown) => log.error({ err: error }, "internal error");
  const noteRefusal = (cause: Refusal) => {
    counts.refused.add(cause);
    notices.note("connections or requests were refused", cause);
  };
  const findForeign = createRefuseOrigin(config.allowedOrigins, findOwnNames(config.host));
  const refuseOrigin: RefuseOrigin = (origin, host) => {
    const foreign = findForeign(origin, host);
    if (foreign !== null) noteRefusal("origin");
    return foreign;
  };
  const server = {
    context,
    sessions,
    authorize,
    refuseOrigin,
    isReady,
    counts,
    statistics,
    log,
    noteRefusal,
    report,
  };
  const tools = createToolbox({
    maxSubmissions: config.mcpMaxSubmissions,
    hideRewards: config.mcpHideRewards,
  });
  const mcpContext = { ...server, tools };
  const mcp = createMcp(mcpContext);
  const handlers: Handlers = {
    ...ownHandlers,
    // Every request on /ws is answered; what answers a notification says nothing.
    mcp: async (_context, request, session) => (await mcp.answer(request, session)) ?? NOTIFIED,
    tool: (_context, action, session) => answerToolAction(action, session, mcpContext),
  };

  const listen = await findTransport(config.transport);
  const stopWatching = watchEventLoop(counts.loopDelay);
  const transport = await listen({
    host: config.host,
    port: config.port,
    fetch: createFetch(server, mcp),
    endpoints: createEndpoints({ ...server, handlers, mcp }),
    sessions,
    authorize,
    refuseOrigin,
    limits: context.limits,
    onLostPeer() {
      counts.cut.add("vanished");
      notices.note("connections ended: the peer has vanished", "vanished");
    },
  }).catch((error) => {
    stopWatching();
    throw error;
  });
  return {
    address: transport.address,
    sessions,
    async drain() {
      const deadline = performance.now() + config.drainTimeoutS * 1000;
      await sessions.drain(deadline - performance.now());
      await transport.close(deadline - performance.now());
      stopWatching();
    },
  };
}

/** Names by which this machine says that it is reached: where it listens, and in a Space of Hugging Face. */
function findOwnNames(host: string): string[] {
  return [host, process.env.SPACE_HOST ?? ""].filter((name) => name !== "");
}

/** The one that is not the default is loaded where it is wanted. */
async function findTransport(name: Config["transport"]): Promise<Listen> {
  return name === "node" ? listenByNode : (await import("./transports/uws.ts")).listen;
}
