import { json } from "../../protocol/codecs/json.ts";
import { ProtocolError, toErrorReply } from "../../protocol/errors.ts";
import type { Handlers } from "../../requests/handlers.ts";
import { Session } from "../../session/session.ts";
import { shortenName } from "../../wording.ts";
import type { ServerContext } from "../context.ts";
import type { HeldSession } from "../held-session.ts";
import { toErrorResponse, toRefusal } from "../mcp/json-rpc.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { answerRpcFrame } from "../mcp/rpc-frames.ts";
import type { Sessions } from "../sessions.ts";
import { type AnswerFrame, answerFrame } from "./answer-frame.ts";
import type { Connection } from "./connection.ts";

/** What serving sockets needs of the server. */
export interface EndpointOptions extends Pick<ServerContext, "context" | "sessions" | "report"> {
  readonly handlers: Handlers;
  readonly mcp: Mcp;
}

/** A kind of socket: how it gets its connection, and how it is told why it gets none. */
export interface Endpoint {
  open(query: URLSearchParams): Connection | ProtocolError;
  encodeRefusal(error: ProtocolError): string;
}

/** The endpoints by path: `/ws` serves sessions, `/mcp` bare JSON-RPC. */
export type Endpoints = ReadonlyMap<string, Endpoint>;

export function createEndpoints(options: EndpointOptions): Endpoints {
  return new Map([
    ["/ws", createSessionEndpoint(options)],
    ["/mcp", createMcpEndpoint(options)],
  ]);
}

/** `/ws`: a session of its own or, with `?session_id=`, one that was made over HTTP. */
function createSessionEndpoint(options: EndpointOptions): Endpoint {
  const { context, handlers, sessions, report } = options;
  const toAnswerFrame = (session: Session): AnswerFrame => {
    const dispatching = { context, session, handlers, report };
    return (data, isBinary) => answerFrame(data, isBinary, dispatching);
  };
  return {
    open(query) {
      const id = query.get("session_id");
      if (id) {
        const found = findDetached(sessions, id);
        return found instanceof ProtocolError ? found : found.attach(toAnswerFrame(found.session));
      }
      return sessions.refusal() ?? sessions.open(toAnswerFrame(new Session(context)));
    },
    encodeRefusal: (error) => json.encode(toErrorReply(error)),
  };
}

/** `/mcp`: JSON-RPC without an envelope, on a session of its own. */
function createMcpEndpoint({ context, mcp, sessions }: EndpointOptions): Endpoint {
  const { limits } = context;
  return {
    open() {
      const refusal = sessions.refusal();
      if (refusal !== null) return refusal;
      const session = new Session(context);
      return sessions.open((data) => answerRpcFrame(data, { session, mcp, limits }));
    },
    encodeRefusal: (error) => JSON.stringify(toErrorResponse(toRefusal(error))),
  };
}

function findDetached(sessions: Sessions, id: string): HeldSession | ProtocolError {
  const shown = shortenName(id);
  const held = sessions.find(id);
  if (held === undefined) {
    return new ProtocolError("SESSION_ERROR", `Unknown session_id: ${shown}`);
  }
  return held.isAttached
    ? new ProtocolError("SESSION_ERROR", `Session ${shown} already has an attached WebSocket`)
    : held;
}
