import { createServer as createHttpServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Config } from "../config.ts";
import type { Registry } from "../environments/registry.ts";
import type { Logger } from "../log.ts";
import { createProblems } from "../problems/problems.ts";
import { ProtocolError, toErrorReply } from "../protocol/errors.ts";
import { json } from "../protocol/json.ts";
import { type Handlers, handlers as sessionHandlers } from "../session/handlers.ts";
import { Session, type SessionContext } from "../session/session.ts";
import { createAuthorize } from "./authorization.ts";
import { CLOSE_CODES } from "./connection.ts";
import { createHttpListener } from "./http/listener.ts";
import { answerMcp } from "./mcp.ts";
import { Sessions } from "./sessions.ts";
import { toSocket } from "./socket.ts";

export interface ServerOptions {
  readonly config: Config;
  readonly registry: Registry;
  /** The module whose `environments` the worker threads import: the same registry. */
  readonly registryModule: URL;
  readonly log: Logger;
}

export interface Server {
  /** Where it listens, once started. */
  readonly address: AddressInfo;
  readonly sessions: Sessions;
  /**
   * Ends without losing anything: not ready any more, new sessions refused, requests that wait
   * answered, sessions told 1001, then everything closed.
   */
  drain(): Promise<void>;
}

/**
 * Starts a server.
 * @throws Error with the system's code (EADDRINUSE, …) when it cannot listen
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, registry, registryModule, log } = options;
  const problems = createProblems({
    registry,
    registryModule,
    generationTimeoutMs: config.generationTimeoutS * 1000,
  });
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
  const handlers: Handlers = { ...sessionHandlers, mcp: (_session, request) => answerMcp(request) };
  const limits = { maxMessageBytes: config.maxMessageBytes, maxBatch: config.maxBatch };
  const timeouts = {
    idleMs: config.sessionIdleTimeoutS * 1000,
    writeMs: config.writeTimeoutS * 1000,
  };
  const sessions = new Sessions(config.maxSessions, timeouts, log);
  const authorize = createAuthorize(config.apiKey);
  const report = (error: unknown) => log.error({ err: error }, "internal error");
  let isDraining = false;

  const http = createHttpServer(
    createHttpListener({
      context,
      handlers,
      authorize,
      limits,
      report,
      isDraining: () => isDraining,
    }),
  );
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 2 * config.maxMessageBytes,
  });

  http.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Until the handshake is done, only this keeps a reset of the peer from being an exception.
    stream.on("error", () => stream.destroy());
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== "/ws") return refuseUpgrade(stream, "404 Not Found");
    if (isDraining) return refuseUpgrade(stream, "503 Service Unavailable");
    webSockets.handleUpgrade(request, stream, head, (ws) => {
      const refusal = refuse(authorize(request.headers.authorization), sessions);
      if (refusal !== null) return sendRefusal(ws, refusal);
      const session = new Session(context);
      const connection = sessions.open({ session, handlers, limits, report });
      connection.attach(toSocket(ws, stream, connection));
    });
  });

  try {
    await new Promise<void>((resolve, reject) => {
      http.once("error", reject);
      http.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    await problems.close();
    throw error;
  }
  return {
    address: http.address() as AddressInfo,
    sessions,
    async drain() {
      isDraining = true;
      await sessions.drain(config.drainTimeoutS * 1000);
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
      await problems.close();
    },
  };
}

/** Why a new connection gets no session; null if it gets one. */
function refuse(
  isAuthorized: boolean,
  { active, capacity, isFull }: Sessions,
): ProtocolError | null {
  if (!isAuthorized) {
    const message = "This server asks for a key: send the header 'Authorization: Bearer KEY'.";
    return new ProtocolError("UNAUTHORIZED", message);
  }
  if (isFull) {
    const message = `Server at capacity: ${active}/${capacity} sessions active. Cannot accept new connections.`;
    const counts = { active_sessions: active, max_sessions: capacity };
    return new ProtocolError("CAPACITY_REACHED", message, counts);
  }
  return null;
}

/** How long a refused connection may take to hear why. */
const REFUSAL_TIMEOUT_MS = 5_000;

/** Tells a connection why it is refused, and closes it: OpenEnv's clients read the error frame. */
function sendRefusal(ws: WebSocket, error: ProtocolError): void {
  ws.on("error", () => {});
  ws.send(json.encode(toErrorReply(error)));
  ws.close(
    error.data.code === "UNAUTHORIZED" ? CLOSE_CODES.policy : CLOSE_CODES.tryAgainLater,
    error.data.code,
  );
  const timer = setTimeout(() => ws.terminate(), REFUSAL_TIMEOUT_MS);
  ws.on("close", () => clearTimeout(timer));
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
