import type { Session } from "../../session/session.ts";
import type { McpContext } from "./context.ts";
import type { RpcResponse } from "./json-rpc.ts";
import { createRpc } from "./rpc.ts";
import type { StreamableSessions } from "./streamable.ts";

/** The server's side of the Model Context Protocol: two tools for agents, on a session's problem. */
export interface Mcp {
  /**
   * Answers one JSON-RPC request as OpenEnv's server does; null for a notification. Never rejects.
   * @param ownSession the session of the socket on which it came; null over HTTP
   */
  answer(message: unknown, ownSession: Session | null): Promise<RpcResponse | null>;
  /** Answers a request of MCP's Streamable HTTP; `body` is a POST's, parsed. */
  handleStreamable(request: Request, body: unknown): Promise<Response>;
}

/** The SDK is loaded by the first request that needs it: other servers start and stay without. */
export function createMcp(server: McpContext): Mcp {
  let streamable: Promise<StreamableSessions> | undefined;
  return {
    answer: createRpc(server),
    async handleStreamable(request, body) {
      streamable ??= import("./streamable.ts").then(
        ({ StreamableSessions }) => new StreamableSessions(server),
      );
      return (await streamable).handle(request, body);
    },
  };
}
