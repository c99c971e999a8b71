import { z } from "zod";
import { findIssues } from "../../protocol/errors.ts";
import { Session } from "../../session/session.ts";
import { validate } from "../../validation.ts";
import type { McpContext } from "./context.ts";
import {
  findId,
  RPC_CODES,
  RpcError,
  type RpcId,
  type RpcResponse,
  toBug,
  toErrorResponse,
  toUnknownMethod,
  toUnknownSession,
} from "./json-rpc.ts";
import { type Caller, createMethods, type Method } from "./methods.ts";

/**
 * Answers one JSON-RPC request as OpenEnv's server does; null for a notification. Never rejects.
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

/** One table of methods for all sessions: one that speaks MCP costs no more than another. */
export function createRpc(server: McpContext): AnswerRpc {
  const { context, sessions, report } = server;
  const methods = createMethods(server);
  const initialized = new WeakSet<Session>();

  function toCaller({ method, params }: RpcRequest, ownSession: Session | null): Caller | RpcError {
    if (ownSession !== null) {
      if (method === "initialize") initialized.add(ownSession);
      const isInitialized = initialized.has(ownSession);
      // The frames of a socket are answered one after the other: it is its turn.
      return { ownSession, isInitialized, inTurn: (work) => work(ownSession) };
    }
    const { session_id: id } = params;
    const caller = { ownSession, isInitialized: false };
    // What the methods of sessions name is not whose turn it is.
    if (!id || method.startsWith("openenv/")) {
      return { ...caller, inTurn: (work) => work(new Session(context)) };
    }
    const held = typeof id === "string" ? sessions.find(id) : undefined;
    if (held === undefined) return toUnknownSession(id);
    held.touch();
    return { ...caller, inTurn: (work) => held.inTurn(() => work(held.session)) };
  }

  async function answer(request: RpcRequest, ownSession: Session | null) {
    const method = methods.get(request.method);
    const params = method && readParams(method, request.params);
    if (params instanceof RpcError) return params;
    const caller = toCaller(request, ownSession);
    if (caller instanceof RpcError) return caller;
    return method === undefined ? toUnknownMethod(request.method) : method.answer(params, caller);
  }

  return async (message, ownSession) => {
    const parsed = validate(RpcRequest, message);
    if (!parsed.success) return toErrorResponse(toInvalidRequest(message), findId(message));
    const { id = null, method } = parsed.data;
    if (id === null && method.startsWith("notifications/")) return null;
    try {
      return toResponse(await answer(parsed.data, ownSession), id);
    } catch (error) {
      return toErrorResponse(toBug(error, report), id);
    }
  };
}

function toResponse(outcome: object | RpcError, id: RpcId): RpcResponse {
  return outcome instanceof RpcError
    ? toErrorResponse(outcome, id)
    : { jsonrpc: "2.0", id, result: outcome };
}

function readParams(method: Method, params: unknown): unknown {
  const parsed = validate(method.params, params);
  if (parsed.success) return parsed.data;
  const [issue] = findIssues(method.params, params);
  const where = issue.loc.join(".");
  const message =
    issue.type === "missing"
      ? `Missing '${where}' in params`
      : `Invalid params: ${where}: ${issue.msg}`;
  return new RpcError(RPC_CODES.invalidParams, message);
}

function toInvalidRequest(message: unknown): RpcError {
  const [{ loc, msg }] = findIssues(RpcRequest, message);
  const where = loc.length === 0 ? "" : `${loc.join(".")}: `;
  return new RpcError(RPC_CODES.invalidRequest, `Invalid request: ${where}${msg}`);
}
