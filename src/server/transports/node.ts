import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { ProtocolError } from "../../protocol/errors.ts";
import type { Limits } from "../../requests/limits.ts";
import { type Authorize, UNAUTHORIZED } from "../authorization.ts";
import type { Fetch } from "../http/fetch.ts";
import type { Sessions } from "../sessions.ts";
import { CLOSE_CODES } from "../sockets/connection.ts";
import type { Endpoint, Endpoints } from "../sockets/endpoints.ts";
import type { Transport } from "./transport.ts";
import { toSocket } from "./ws-socket.ts";

export interface NodeOptions {
  readonly host: string;
  readonly port: number;
  readonly fetch: Fetch;
  readonly endpoints: Endpoints;
  readonly sessions: Pick<Sessions, "isDraining">;
  readonly authorize: Authorize;
  readonly limits: Limits;
}

/**
 * Listens by node:http and `ws`.
 * @throws Error with the system's code (EADDRINUSE, …) when it cannot listen
 */
export async function listen(options: NodeOptions): Promise<Transport> {
  const http = createServer(createRequestListener(options.fetch));
  http.on("upgrade", createUpgradeListener(options));
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port, options.host, resolve);
  });
  return {
    address: http.address() as AddressInfo,
    close: (timeoutMs) => closeHttp(http, timeoutMs),
  };
}

/** What translates between node:http and `fetch` is loaded by the first request, not at start-up. */
function createRequestListener(fetch: Fetch): RequestListener {
  let listener: Promise<RequestListener> | undefined;
  return async (request, response) => {
    listener ??= import("@hono/node-server").then(({ getRequestListener }) =>
      getRequestListener(fetch),
    );
    (await listener)(request, response);
  };
}

/** How often to look for connections that their clients keep open, whose last request is answered. */
const IDLE_CHECK_MS = 20;

async function closeHttp(http: Server, timeoutMs: number): Promise<void> {
  const idleCheck = setInterval(() => http.closeIdleConnections(), IDLE_CHECK_MS);
  const timer = setTimeout(() => http.closeAllConnections(), Math.max(0, timeoutMs));
  // Closes the idle ones at once, too.
  await new Promise<void>((resolve) => http.close(() => resolve()));
  clearInterval(idleCheck);
  clearTimeout(timer);
}

type UpgradeListener = (request: IncomingMessage, stream: Duplex, head: Buffer) => void;

/** Answers the requests that ask for a WebSocket. */
function createUpgradeListener(options: NodeOptions): UpgradeListener {
  const { endpoints, authorize, sessions, limits } = options;
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 2 * limits.maxMessageBytes,
  });
  return (request, stream, head) => {
    // Until the handshake is done, only this keeps a reset of the peer from being an exception.
    stream.on("error", () => stream.destroy());
    // Not URL: it throws on a target such as "//".
    const [path, query = ""] = (request.url ?? "").split("?", 2);
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) return refuseUpgrade(stream, "404 Not Found");
    if (sessions.isDraining) return refuseUpgrade(stream, "503 Service Unavailable");
    webSockets.handleUpgrade(request, stream, head, (ws) => {
      const connection = authorize(request.headers.authorization)
        ? endpoint.open(new URLSearchParams(query))
        : UNAUTHORIZED;
      if (connection instanceof ProtocolError) sendRefusal(ws, endpoint, connection);
      else connection.attach(toSocket(ws, stream, connection));
    });
  };
}

/** How long a refused connection may take to hear why. */
const REFUSAL_TIMEOUT_MS = 5_000;

const REFUSAL_CLOSE_CODES: Partial<Record<string, number>> = {
  CAPACITY_REACHED: CLOSE_CODES.tryAgainLater,
};

/** Tells a connection why it is refused, and closes it: OpenEnv's clients read the error frame. */
function sendRefusal(ws: WebSocket, endpoint: Endpoint, error: ProtocolError): void {
  ws.on("error", () => {});
  ws.send(endpoint.encodeRefusal(error));
  ws.close(REFUSAL_CLOSE_CODES[error.data.code] ?? CLOSE_CODES.policy, error.data.code);
  const timer = setTimeout(() => ws.terminate(), REFUSAL_TIMEOUT_MS);
  ws.on("close", () => clearTimeout(timer));
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
