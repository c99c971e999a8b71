import type { MaybePromise } from "../../event-loop.ts";
import type { Session } from "../../session/session.ts";
import type { McpContext } from "./context.ts";
import { RpcError, toBug } from "./json-rpc.ts";
import type { Tool, ToolResult } from "./tools.ts";

/** Does something with a session, when it is its turn. */
export type InTurn = <Result>(
  work: (session: Session) => MaybePromise<Result>,
) => MaybePromise<Result>;

/** MCP's result of a call. */
export interface CallResult {
  readonly [field: string]: unknown;
  readonly content: { readonly type: "text"; readonly text: string }[];
}

/** Calls a tool on a session when it is its turn; an exception is reported as the bug it is. */
export async function callTool(
  tool: Tool,
  given: unknown,
  inTurn: InTurn,
  { context, report }: Pick<McpContext, "context" | "report">,
): Promise<ToolResult | RpcError> {
  try {
    return await inTurn((session) => tool.call(session, given, context));
  } catch (error) {
    return toBug(error, report);
  }
}

/** MCP has a failed call be a result, which the model that made the call gets to read. */
export function toCallResult(result: ToolResult | RpcError): CallResult {
  if (result instanceof RpcError) {
    return { content: [{ type: "text", text: result.message }], isError: true };
  }
  const { text, fields } = result;
  return { content: [{ type: "text", text }], structuredContent: fields };
}

/**
 * OpenEnv's client would take a failed call's result for a value: it is told by an error, as by
 * OpenEnv's server. `data` is as in FastMCP's results, and what its `call_tool` returns.
 */
export function toOpenEnvResult(result: ToolResult | RpcError): CallResult | RpcError {
  if (result instanceof RpcError) return result;
  return { ...toCallResult(result), isError: false, data: result.fields };
}
