import {
  CallToolRequestSchema,
  InitializeRequestSchema,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { findIssues } from "../../protocol/errors.ts";
import { Session } from "../../session/session.ts";
import { DirectTransport } from "./direct-transport.ts";
import { RPC_CODES, RpcError, type RpcResponse, toErrorResponse } from "./json-rpc.ts";
import type { McpContext } from "./mcp.ts";
import { addSessionMethods, type SessionOwner, toUnknownSession } from "./session-methods.ts";
import { type Caller, createToolServer } from "./tool-server.ts";

/**
 * Answers one JSON-RPC request as OpenEnv's server does; null for a notification.
 * @param ownSession the session of the socket on which it came; null over HTTP, where
 *   `params.session_id` names one, and a request without it has one that ends with it
 */
export type AnswerRpc = (
  message: unknown,
  ownSession: Session | null,
) => Promise<RpcResponse | null>;

const RpcRequest = z.strictObject({
  jsonrpc: z.literal("2.0"),
  // OpenEnv's clients may leave it out, and are answered nevertheless.
  id: z.union([z.string(), z.int()]).nullish(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

type RpcRequest = z.infer<typeof RpcRequest>;

/** Checked here, since the SDK's server calls wrong parameters an internal error. */
const PARAMETERS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["initialize", InitializeRequestSchema],
  ["tools/list", ListToolsRequestSchema],
  ["tools/call", CallToolRequestSchema],
]);

/** One server of the SDK for all sessions: a session that speaks MCP costs no more than another. */
export async function createRpc({ context, sessions, report }: McpContext): Promise<AnswerRpc> {
  const transport = new DirectTransport<Caller & SessionOwner>();
  const server = createToolServer((id) => transport.callerOf(id), report);
  addSessionMethods(server, sessions, context, (id) => transport.callerOf(id));
  await server.connect(transport);

  const initialized = new WeakSet<Session>();

  function toCaller(
    { method, params }: RpcRequest,
    ownSession: Session | null,
  ): Caller & SessionOwner {
    if (ownSession !== null) {
      if (method === "initialize") initialized.add(ownSession);
      const isInitialized = initialized.has(ownSession);
      // The frames of a socket are answered one after the other: it is its turn.
      return { ownSession, isInitialized, inTurn: (work) => work(ownSession) };
    }
    return { ownSession, isInitialized: false, inTurn: toTurns(method, params.session_id) };
  }

  function toTurns(method: string, sessionId: unknown): Caller["inTurn"] {
    if (!sessionId || method.startsWith("openenv/")) return (work) => work(new Session(context));
    const held = typeof sessionId === "string" ? sessions.find(sessionId) : undefined;
    if (held === undefined) throw toUnknownSession(sessionId);
    held.touch();
    return (work) => held.inTurn(() => work(held.session));
  }

  return async (message, ownSession) => {
    const parsed = RpcRequest.safeParse(message);
    if (!parsed.success) return toErrorResponse(toInvalidRequest(message));
    const { id = null, method, params } = parsed.data;
    if (id === null && method.startsWith("notifications/")) return null;
    try {
      checkParameters(parsed.data);
      const caller = toCaller(parsed.data, ownSession);
      const { jsonrpc, id: _number, ...outcome } = await transport.ask({ method, params }, caller);
      return { jsonrpc, id, ...outcome };
    } catch (error) {
      if (error instanceof RpcError) return toErrorResponse(error, id);
      throw error;
    }
  };
}

function checkParameters({ method, params }: RpcRequest): void {
  const schema = PARAMETERS.get(method);
  const [issue] = schema === undefined ? [] : findIssues(schema, { method, params });
  if (issue === undefined) return;
  const where = issue.loc.slice(1).join(".");
  const message =
    issue.type === "missing"
      ? `Missing '${where}' in params`
      : `Invalid params: ${where}: ${issue.msg}`;
  throw new RpcError(RPC_CODES.invalidParams, message);
}

function toInvalidRequest(message: unknown): RpcError {
  const [{ loc, msg }] = findIssues(RpcRequest, message);
  const where = loc.length === 0 ? "" : `${loc.join(".")}: `;
  return new RpcError(RPC_CODES.invalidRequest, `Invalid request: ${where}${msg}`);
}
