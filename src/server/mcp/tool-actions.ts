import type { ToolAction, ToolObservationData } from "../../protocol/messages.ts";
import type { Session } from "../../session/session.ts";
import { callTool } from "./call-tool.ts";
import type { McpContext } from "./context.ts";
import { RPC_CODES, RpcError } from "./json-rpc.ts";

/** OpenEnv's names for what kind of error a call came to. */
type ToolErrorType = "tool_not_found" | "invalid_args" | "execution_error";

/**
 * Answers a step that is an action of OpenEnv's older way to MCP (`ListToolsAction`,
 * `CallToolAction`), by the observation that its client reads.
 */
export async function answerToolAction(
  action: ToolAction,
  session: Session,
  server: McpContext,
): Promise<ToolObservationData> {
  const { tools } = server;
  if (action.type === "list_tools") {
    const listed = tools.list.tools.map(({ name, description, inputSchema }) => ({
      name,
      description,
      input_schema: inputSchema,
    }));
    return toData({ tools: listed });
  }
  const { tool_name, arguments: given } = action;
  const fail = (error_type: ToolErrorType, { message }: RpcError) =>
    toData({ tool_name, result: null, error: { error_type, message } });
  const tool = tools.find(tool_name);
  if (tool instanceof RpcError) return fail("tool_not_found", tool);
  const called = await callTool(tool, given, (work) => work(session), server);
  if (called instanceof RpcError) {
    const isOfArguments = called.code === RPC_CODES.invalidParams;
    return fail(isOfArguments ? "invalid_args" : "execution_error", called);
  }
  const { text, fields } = called;
  const result = {
    content: [{ type: "text", text }],
    structured_content: fields,
    data: fields,
    is_error: false,
  };
  const reward = typeof fields.reward === "number" ? fields.reward : null;
  return toData({ tool_name, result, error: null }, reward);
}

function toData(observed: object, reward: number | null = null): ToolObservationData {
  return {
    observation: { ...observed, metadata: {} },
    reward,
    done: reward !== null,
    metadata: {},
  };
}
