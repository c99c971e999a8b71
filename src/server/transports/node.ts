import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { json } from "../../protocol/codecs/json.ts";
import { ProtocolError, toErrorReply } from "../../protocol/errors.ts";
import type { Handlers } from "../../requests/handlers.ts";
import { Session } from "../../session/session.ts";
import type { ServerContext } from "../context.ts";
import { toErrorResponse, toRefusal } from "../mcp/json-rpc.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { answerRpcFrame } from "../mcp/rpc-frames.ts";
import type { Sessions } from "../sessions.ts";
import { type AnswerFrame, answerFrame } from "../sockets/answer-frame.ts";
import { CLOSE_CODES, type Connection } from "../sockets/connection.ts";
import { toSocket } from "../sockets/socket.ts";

/** What serving WebSockets needs of the server. */
export interface UpgradeOptions extends ServerContext {
  readonly handlers: Handlers;
  readonly mcp: Mcp;
}

/** A kind of socket: how it gets its connection, and how it is told why it gets none. */
interface Endpoint {
  open(query: URLSearchParams): Connection | ProtocolError;
  refusal(error: ProtocolError): string;
}

type UpgradeListener = (request: IncomingMessage, stream: Duplex, head: Buffer) => void;

/** Answers the requests that ask for a WebSocket: `/ws` serves sessions, `/mcp` bare JSON-RPC. */
export function createUpgradeListener(options: UpgradeOptions): UpgradeListener {
  const { authorize, sessions, limits } = options;
  const endpoints = new Map([
    ["/ws", createSessionEndpoint(options)],
    ["/mcp", createMcpEndpoint(options)],
  ]);
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

/** `/ws`: a session of its own or, with `?session_id=`, one that was made over HTTP. */
function createSessionEndpoint(options: UpgradeOptions): Endpoint {
  const { context, sessions, handlers, limits, report } = options;
  const toAnswerFrame = (session: Session): AnswerFrame => {
    const answering = { session, handlers, limits, report };
    return (data, isBinary) => answerFrame(data, isBinary, answering);
  };
  return {
    open(query) {
      const id = query.get("session_id");
      if (id) {
        const found = findDetached(sessions, id);
        return found instanceof ProtocolError ? found : found.attach(toAnswerFrame(found.session));
      }
      return sessions.refuse() ?? sessions.open(toAnswerFrame(new Session(context)));
    },
    refusal: (error) => json.encode(toErrorReply(error)),
  };
}

/** `/mcp`: JSON-RPC without an envelope, on a session of its own. */
function createMcpEndpoint({ context, mcp, sessions, limits }: UpgradeOptions): Endpoint {
  return {
    open() {
      const refusal = sessions.refuse();
      if (refusal !== null) return refusal;
      const session = new Session(context);
      return sessions.open((data) => answerRpcFrame(data, { session, mcp, limits }));
    },
    refusal: (error) => JSON.stringify(toErrorResponse(toRefusal(error))),
  };
}

function findDetached(sessions: Sessions, id: string) {
  const shown = id.slice(0, 60);
  const held = sessions.find(id);
  if (held === undefined) {
    return new ProtocolError("SESSION_ERROR", `Unknown session_id: ${shown}`);
  }
  return held.isAttached
    ? new ProtocolError("SESSION_ERROR", `Session ${shown} already has an attached WebSocket`)
    : held;
}

const UNAUTHORIZED = new ProtocolError(
  "UNAUTHORIZED",
  "This server asks for a key: send the header 'Authorization: Bearer KEY'.",
);

/** How long a refused connection may take to hear why. */
const REFUSAL_TIMEOUT_MS = 5_000;

const REFUSAL_CLOSE_CODES: Partial<Record<string, number>> = {
  CAPACITY_REACHED: CLOSE_CODES.tryAgainLater,
};

/** Tells a connection why it is refused, and closes it: OpenEnv's clients read the error frame. */
function sendRefusal(ws: WebSocket, endpoint: Endpoint, error: ProtocolError): void {
  ws.on("error", () => {});
  ws.send(endpoint.refusal(error));
  ws.close(REFUSAL_CLOSE_CODES[error.data.code] ?? CLOSE_CODES.policy, error.data.code);
  const timer = setTimeout(() => ws.terminate(), REFUSAL_TIMEOUT_MS);
  ws.on("close", () => clearTimeout(timer));
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
