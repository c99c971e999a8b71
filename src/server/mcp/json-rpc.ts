import { parseJson } from "../../protocol/codecs/lossless.ts";
import { INTERNAL_ERROR, type ProtocolError } from "../../protocol/errors.ts";
import { shorten, shortenName, toMessage } from "../../wording.ts";

/** Error codes of JSON-RPC 2.0; `server` is the first of those left to servers. */
export const RPC_CODES = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  server: -32000,
} as const;

/** An id as JSON-RPC allows it; null where it could not be read or was not given. */
export type RpcId = string | number | null;

/** What a request gets: a result or an error. */
export type RpcResponse = {
  readonly jsonrpc: "2.0";
  readonly id: RpcId;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
};

/** Why a request has no result: a value, never thrown. */
export class RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    this.code = code;
    this.message = message;
    this.data = data;
  }
}

/** The response that says what went wrong. */
export function toErrorResponse({ code, message, data }: RpcError, id: RpcId = null): RpcResponse {
  const error = data === undefined ? { code, message } : { code, message, data };
  return { jsonrpc: "2.0", id, error };
}

/** The id of what is no request, so that its sender knows which; null where there is none to read. */
export function findId(message: unknown): RpcId {
  if (typeof message !== "object" || message === null || !("id" in message)) return null;
  const { id } = message;
  return typeof id === "string" || Number.isSafeInteger(id) ? (id as RpcId) : null;
}

/** Why there is no session, as OpenEnv's server says it: with the counts beside the message. */
export function toRefusal({ data: { message, code, ...counts } }: ProtocolError): RpcError {
  const hasCounts = Object.keys(counts).length > 0;
  return new RpcError(RPC_CODES.server, message, hasCounts ? counts : undefined);
}

/** No session has that id, or it has ended. */
export function toUnknownSession(id: unknown): RpcError {
  return new RpcError(RPC_CODES.invalidParams, `Unknown session_id: ${shortenName(String(id))}`);
}

/** No method has that name. */
export function toUnknownMethod(name: string): RpcError {
  return new RpcError(RPC_CODES.methodNotFound, `Method not found: ${shortenName(name)}`);
}

/** What a client is told of an exception that is a bug: only the log has the rest. */
export function toBug(thrown: unknown, report: (error: unknown) => void): RpcError {
  report(thrown);
  return new RpcError(RPC_CODES.internal, INTERNAL_ERROR.data.message);
}

/** The value that a text of JSON holds, or the error that it is none. */
export function parseMessage(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    return new RpcError(RPC_CODES.parse, `Parse error: ${shorten(toMessage(error))}`);
  }
}
