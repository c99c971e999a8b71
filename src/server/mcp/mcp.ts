import type { Session } from "../../session/session.ts";
import type { ServerContext } from "../context.ts";
import { type RpcResponse, toBug, toErrorResponse } from "./json-rpc.ts";

/** What MCP needs of the server. */
export type McpContext = Pick<ServerContext, "context" | "sessions" | "report">;

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

/** The SDK is loaded by the first request: servers that never get one start and stay without it. */
export function createMcp(options: McpContext): Mcp {
  const loadRpc = once(async () => (await import("./rpc.ts")).createRpc(options));
  const loadStreamable = once(
    async () => new (await import("./streamable.ts")).StreamableSessions(options),
  );
  return {
    async answer(message, ownSession) {
      try {
        const answerRpc = await loadRpc();
        return await answerRpc(message, ownSession);
      } catch (error) {
        return toErrorResponse(toBug(error, options.report));
      }
    },
    handleStreamable: async (request, body) => (await loadStreamable()).handle(request, body),
  };
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
