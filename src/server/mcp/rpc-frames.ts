import { stringifyJson } from "../../protocol/codecs/lossless.ts";
import { type Limits, refuseLongMessage } from "../../requests/limits.ts";
import type { Session } from "../../session/session.ts";
import { parseMessage, RPC_CODES, RpcError, toErrorResponse } from "./json-rpc.ts";
import type { Mcp } from "./mcp.ts";

/** What answering bare JSON-RPC frames needs. */
export interface RpcAnswering {
  readonly session: Session;
  readonly mcp: Mcp;
  readonly limits: Limits;
}

/** The frame that answers a frame of `/mcp`; null for a notification. Never rejects. */
export async function answerRpcFrame(
  data: Buffer,
  { session, mcp, limits }: RpcAnswering,
): Promise<string | null> {
  const message = readMessage(data, limits);
  if (message instanceof RpcError) return stringifyJson(toErrorResponse(message));
  const response = await mcp.answer(message, session);
  return response === null ? null : stringifyJson(response);
}

function readMessage(data: Buffer, limits: Limits): unknown {
  const tooLong = refuseLongMessage(data.length, limits);
  return tooLong === null
    ? parseMessage(data.toString("utf8"))
    : new RpcError(RPC_CODES.invalidRequest, tooLong.data.message);
}
