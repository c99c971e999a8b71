import { z } from "zod";
import type { MaybePromise } from "../../event-loop.ts";
import { Session } from "../../session/session.ts";
import { callTool, type InTurn, toCallResult, toOpenEnvResult } from "./call-tool.ts";
import type { McpContext } from "./context.ts";
import { CAPABILITIES, INSTRUCTIONS, PROTOCOL_VERSIONS, SERVER_INFO } from "./identity.ts";
import { RPC_CODES, RpcError, toRefusal, toUnknownSession } from "./json-rpc.ts";

/** Who sends a request. */
export interface Caller {
  /** The session of the socket on which it came; null over HTTP. */
  readonly ownSession: Session | null;
  /** Whether it has initialized, and so speaks MCP; without that it is a client of OpenEnv. */
  readonly isInitialized: boolean;
  readonly inTurn: InTurn;
}

/** A method of JSON-RPC, whatever its parameters. */
export interface Method {
  readonly params: z.ZodType;
  answer(params: unknown, caller: Caller): MaybePromise<object | RpcError>;
}

const InitializeParams = z.looseObject({
  protocolVersion: z.string(),
  capabilities: z.looseObject({}),
  clientInfo: z.looseObject({ name: z.string(), version: z.string() }),
});
const ListParams = z.looseObject({ cursor: z.string().optional() });
const CallParams = z.looseObject({
  name: z.string(),
  arguments: z.record(z.string(), z.unknown()).optional(),
});
const SessionParams = z.looseObject({ session_id: z.unknown().optional() });
const NoParams = z.looseObject({});

/**
 * The methods by which clients of OpenEnv speak MCP over sockets and over plain HTTP, where two
 * methods of its own make and end a session, to be named in later requests and by `/ws`.
 */
export function createMethods(server: McpContext): ReadonlyMap<string, Method> {
  const { context, sessions, tools } = server;
  return new Map([
    [
      "initialize",
      method(InitializeParams, ({ protocolVersion }) => ({
        protocolVersion: negotiateVersion(protocolVersion),
        capabilities: CAPABILITIES,
        serverInfo: SERVER_INFO,
        instructions: INSTRUCTIONS,
      })),
    ],
    ["ping", method(NoParams, () => ({}))],
    ["tools/list", method(ListParams, () => tools.list)],
    [
      "tools/call",
      method(CallParams, async ({ name, arguments: given }, { inTurn, isInitialized }) => {
        const tool = tools.find(name);
        if (tool instanceof RpcError) return tool;
        const result = await callTool(tool, given, inTurn, server);
        return isInitialized ? toCallResult(result) : toOpenEnvResult(result);
      }),
    ],
    [
      "openenv/session/create",
      method(NoParams, (_, { ownSession }) => {
        if (ownSession !== null) return { session_id: ownSession.id };
        const refusal = sessions.refusal();
        if (refusal !== null) return toRefusal(refusal);
        return { session_id: sessions.hold(new Session(context)).id };
      }),
    ],
    [
      "openenv/session/close",
      method(SessionParams, ({ session_id: id }, { ownSession }) => {
        if (typeof id !== "string" || id === "") {
          const message = "Invalid params - 'session_id' is required";
          return new RpcError(RPC_CODES.invalidParams, message);
        }
        if (id === ownSession?.id) {
          const message = "Cannot close active WebSocket-managed session via MCP method";
          return new RpcError(RPC_CODES.invalidRequest, message);
        }
        const held = sessions.find(id);
        if (held === undefined) return toUnknownSession(id);
        return held.close()
          ? { session_id: id, closed: true }
          : { session_id: id, closed: false, closing: true };
      }),
    ],
  ]);
}

/** The version asked for if it is known, else the newest, with which the client may do as it likes. */
function negotiateVersion(asked: string): string {
  return PROTOCOL_VERSIONS.find((version) => version === asked) ?? PROTOCOL_VERSIONS[0];
}

/** Pairs the schema of a method's parameters with its answer, which `answerRpc` calls when they fit. */
function method<Params extends z.ZodType>(
  params: Params,
  answer: (params: z.output<Params>, caller: Caller) => MaybePromise<object | RpcError>,
): Method {
  return { params, answer: (given, caller) => answer(given as z.output<Params>, caller) };
}
