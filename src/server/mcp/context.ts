import type { ServerContext } from "../context.ts";
import type { Toolbox } from "./tools.ts";

/** What MCP needs of the server. */
export interface McpContext extends Pick<ServerContext, "context" | "sessions" | "report"> {
  readonly tools: Toolbox;
}
