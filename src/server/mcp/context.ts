import type { ServerContext } from "../context.ts";

/** What MCP needs of the server. */
export type McpContext = Pick<ServerContext, "context" | "sessions" | "report">;
