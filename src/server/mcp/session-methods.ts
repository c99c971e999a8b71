import type { Server } from "@modelcontextprotocol/sdk/server/index.js";
import type { RequestId } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { Session, type SessionContext } from "../../session/session.ts";
import type { Sessions } from "../sessions.ts";
import { RPC_CODES, RpcError, toRefusal } from "./json-rpc.ts";

const CreateRequest = z.object({ method: z.literal("openenv/session/create") });

const CloseRequest = z.object({
  method: z.literal("openenv/session/close"),
  params: z.object({ session_id: z.unknown().optional() }).optional(),
});

/** What the session methods need to know of who calls them. */
export interface SessionOwner {
  /** The session of the socket on which the request came; null over HTTP. */
  readonly ownSession: Session | null;
}

/**
 * Adds OpenEnv's methods by which a client over HTTP makes and ends a session, to name it in its
 * later requests and to attach a `/ws` connection to it.
 */
export function addSessionMethods(
  server: Server,
  sessions: Sessions,
  context: SessionContext,
  callerOf: (id: RequestId) => SessionOwner,
): void {
  server.setRequestHandler(CreateRequest, (_request, { requestId }) => {
    const { ownSession } = callerOf(requestId);
    if (ownSession !== null) return { session_id: ownSession.id };
    const refusal = sessions.refuse();
    if (refusal !== null) throw toRefusal(refusal);
    return { session_id: sessions.hold(new Session(context)).id };
  });

  server.setRequestHandler(CloseRequest, ({ params }, { requestId }) => {
    const id = params?.session_id;
    if (typeof id !== "string" || id === "") {
      const message = "Invalid params - 'session_id' is required";
      throw new RpcError(RPC_CODES.invalidParams, message);
    }
    if (id === callerOf(requestId).ownSession?.id) {
      const message = "Cannot close active WebSocket-managed session via MCP method";
      throw new RpcError(RPC_CODES.invalidRequest, message);
    }
    const held = sessions.find(id);
    if (held === undefined) throw toUnknownSession(id);
    return held.close()
      ? { session_id: id, closed: true }
      : { session_id: id, closed: false, closing: true };
  });
}

/** No session has that id, or it has ended. */
export function toUnknownSession(id: unknown): RpcError {
  return new RpcError(RPC_CODES.invalidParams, `Unknown session_id: ${String(id).slice(0, 60)}`);
}
