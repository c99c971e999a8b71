import { json } from "../../protocol/codecs/json.ts";
import { ProtocolError, toErrorReply } from "../../protocol/errors.ts";
import type { ErrorCode } from "../../protocol/messages.ts";
import type { Handlers } from "../../requests/handlers.ts";
import { Session } from "../../session/session.ts";
import { shortenName } from "../../wording.ts";
import type { ServerContext } from "../context.ts";
import type { HeldSession } from "../held-session.ts";
import { toErrorResponse, toRefusal } from "../mcp/json-rpc.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { answerRpcFrame } from "../mcp/rpc-frames.ts";
import type { Refusal } from "../metrics/counts.ts";
import type { Sessions } from "../sessions.ts";
import { type AnswerFrame, answerFrame } from "./answer-frame.ts";
import type { Connection } from "./connection.ts";
import { RequestNotes } from "./request-notes.ts";

/** What serving sockets needs of the server. */
export interface EndpointOptions
  extends Pick<
    ServerContext,
    "context" | "sessions" | "report" | "counts" | "log" | "noteRefusal"
  > {
  readonly handlers: Handlers;
  readonly mcp: Mcp;
}

/** A kind of socket: how it gets its connection, and how it is told why it gets none. */
export interface Endpoint {
  open(query: URLSearchParams): Connection | ProtocolError;
  /** The frame for one that gets none; asked for once. */
  encodeRefusal(error: ProtocolError): string;
}

/** The endpoints by path: `/ws` serves sessions, `/mcp` bare JSON-RPC. */
export type Endpoints = ReadonlyMap<string, Endpoint>;

export function createEndpoints(options: EndpointOptions): Endpoints {
  return new Map([
    ["/ws", noted("ws", createSessionEndpoint(options), options)],
    ["/mcp", noted("mcp", createMcpEndpoint(options), options)],
  ]);
}

const CAUSES: Partial<Record<ErrorCode, Refusal>> = {
  CAPACITY_REACHED: "capacity",
  UNAUTHORIZED: "key",
};

/** The same endpoint, with a note taken of whom it lets in and whom not. */
function noted(
  name: string,
  endpoint: Endpoint,
  { counts, noteRefusal }: Pick<EndpointOptions, "counts" | "noteRefusal">,
): Endpoint {
  return {
    open(query) {
      const opened = endpoint.open(query);
      if (!(opened instanceof ProtocolError)) counts.opened.add(name);
      return opened;
    },
    encodeRefusal(error) {
      noteRefusal(CAUSES[error.data.code] ?? "session");
      return endpoint.encodeRefusal(error);
    },
  };
}

/** `/ws`: a session of its own or, with `?session_id=`, one that was made over HTTP. */
function createSessionEndpoint(options: EndpointOptions): Endpoint {
  const { context, handlers, sessions, report, counts, log } = options;
  const notes = new RequestNotes(counts, log);
  const toAnswerFrame = (session: Session): AnswerFrame => {
    const answering = { context, session, handlers, report, notes };
    return (data, isBinary) => answerFrame(data, isBinary, answering);
  };
  return {
    open(query) {
      const id = query.get("session_id");
      if (id) {
        const found = findDetached(sessions, id);
        return found instanceof ProtocolError ? found : found.attach(toAnswerFrame(found.session));
      }
      const refusal = sessions.refusal();
      if (refusal !== null) return refusal;
      const session = new Session(context);
      return sessions.open(toAnswerFrame(session), session);
    },
    encodeRefusal: (error) => json.encode(toErrorReply(error)),
  };
}

/** `/mcp`: JSON-RPC without an envelope, on a session of its own. */
function createMcpEndpoint({ context, mcp, sessions, counts }: EndpointOptions): Endpoint {
  const { limits } = context;
  return {
    open() {
      const refusal = sessions.refusal();
      if (refusal !== null) return refusal;
      const session = new Session(context);
      return sessions.open((data) => {
        counts.requests.add("mcp");
        return answerRpcFrame(data, { session, mcp, limits });
      }, session);
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
