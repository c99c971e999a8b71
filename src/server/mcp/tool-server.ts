import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type RequestId,
} from "@modelcontextprotocol/sdk/types.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import type { MaybePromise } from "../../event-loop.ts";
import { packageInfo } from "../../package-info.ts";
import type { Session } from "../../session/session.ts";
import { RPC_CODES, RpcError, toBug } from "./json-rpc.ts";
import { type Tool, type ToolResult, tools } from "./tools.ts";

/** Who calls a tool. */
export interface Caller {
  /** Whether it has initialized, and so speaks MCP; without that it is a client of OpenEnv. */
  readonly isInitialized: boolean;
  /** Does something with the caller's session, when it is the caller's turn. */
  inTurn<Result>(work: (session: Session) => MaybePromise<Result>): MaybePromise<Result>;
}

// Every server has one, and making it takes longer than all the rest; nothing here uses it.
const jsonSchemaValidator = new AjvJsonSchemaValidator();

const INSTRUCTIONS =
  "This server poses a problem and verifies answers to it. Call get_problem, solve what it says, and call submit_answer with the answer.";

/**
 * An MCP server of the SDK that offers the tools.
 * @param callerOf finds out, by the id of a request, who calls
 * @param report told of exceptions, which are bugs
 */
export function createToolServer(
  callerOf: (id: RequestId) => Caller,
  report: (error: unknown) => void,
): Server {
  const info = { name: packageInfo.name, title: "RLVE-Gym", version: packageInfo.version };
  const options = { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator };
  const server = new Server(info, options);
  const listing = { tools: [...tools.values()].map(({ listing }) => listing) };
  server.setRequestHandler(ListToolsRequestSchema, () => listing);
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { requestId }) => {
    const tool = tools.get(params.name);
    if (tool === undefined) {
      throw new RpcError(RPC_CODES.invalidParams, `Tool not found: ${params.name.slice(0, 60)}`);
    }
    return callTool(tool, params.arguments, callerOf(requestId), report);
  });
  server.fallbackRequestHandler = async ({ method }) => {
    throw new RpcError(RPC_CODES.methodNotFound, `Method not found: ${method.slice(0, 60)}`);
  };
  return server;
}

/**
 * MCP has a failed call be a result, which the model that made the call gets to read. OpenEnv's
 * client would take that for a value: it is told by an error, as by OpenEnv's server.
 */
async function callTool(
  tool: Tool,
  given: unknown,
  caller: Caller,
  report: (error: unknown) => void,
): Promise<CallToolResult> {
  try {
    const result = await caller.inTurn((session) => tool.call(session, given));
    return caller.isInitialized ? toCallResult(result) : toOpenEnvResult(result);
  } catch (thrown) {
    const error = thrown instanceof RpcError ? thrown : toBug(thrown, report);
    if (!caller.isInitialized) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

function toCallResult({ text, fields }: ToolResult): CallToolResult {
  return { content: [{ type: "text", text }], structuredContent: fields };
}

/** With `data` as in FastMCP's results, which is what OpenEnv's `call_tool` returns. */
function toOpenEnvResult(result: ToolResult): CallToolResult {
  return { ...toCallResult(result), data: result.fields, isError: false };
}
