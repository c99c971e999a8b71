import type { z } from "zod";
import { conclude, type MaybePromise } from "../event-loop.ts";
import {
  INTERNAL_ERROR,
  ProtocolError,
  toErrorReply,
  toValidationError,
} from "../protocol/errors.ts";
import { type Reply, type RequestId, type RequestType, requests } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { validateMessage } from "../validation.ts";
import { shortenName } from "../wording.ts";
import type { RequestContext } from "./context.ts";
import type { Handlers } from "./handlers.ts";
import { refuseExcess } from "./limits.ts";

/** Asks for the end of the session instead of a reply. */
export const CLOSE = Symbol("close");

/** What answering a session's messages needs. */
export interface Dispatching {
  readonly context: RequestContext;
  readonly session: Session;
  readonly handlers: Handlers;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}

/**
 * Answers one decoded message: finds its type, validates its data, handles it. Whatever the message
 * is, there is a reply. A step is answered without waiting for anything.
 */
export function dispatch(
  message: unknown,
  { context, session, handlers, report }: Dispatching,
): MaybePromise<Reply | typeof CLOSE> {
  const envelope = readEnvelope(message);
  if (envelope instanceof ProtocolError) return toErrorReply(envelope, findId(message));
  const { type, data, id } = envelope;
  const excess = refuseExcess(data, context.limits);
  if (excess) return toErrorReply(excess, id);
  const parsed = validateMessage<z.ZodType>(requests[type].data, data);
  if (!parsed.success) return toErrorReply(toValidationError(requests[type].data, data), id);
  if (type === "close") return CLOSE;

  const toReply = (outcome: unknown): Reply => {
    if (outcome instanceof ProtocolError) return toErrorReply(outcome, id);
    const reply = { type: requests[type].reply.type, data: outcome };
    return (id === undefined ? reply : { ...reply, id }) as Reply;
  };
  const toBugReply = (error: unknown): Reply => {
    report(error);
    return toErrorReply(INTERNAL_ERROR, id);
  };
  // The table pairs each type's schema with its handler, which the compiler cannot follow here.
  const handler = handlers[type] as (
    context: RequestContext,
    data: unknown,
    session: Session,
  ) => MaybePromise<unknown>;
  return conclude(() => handler(context, parsed.data, session), toReply, toBugReply);
}

interface Envelope {
  readonly type: RequestType;
  readonly data: unknown;
  readonly id: RequestId | undefined;
}

function readEnvelope(message: unknown): Envelope | ProtocolError {
  if (!isObject(message)) {
    return new ProtocolError("VALIDATION_ERROR", "A message is an object {type, data?, id?}.", {
      errors: [{ loc: [], msg: "Input should be an object", type: "invalid_type" }],
    });
  }
  const { type, data, id } = message;
  if (typeof type !== "string" || !Object.hasOwn(requests, type)) {
    const known = Object.keys(requests).join(", ");
    const shown = typeof type === "string" ? shortenName(type) : "";
    return new ProtocolError(
      "UNKNOWN_TYPE",
      `Unknown message type: ${shown}. The types are ${known}.`,
    );
  }
  for (const key in message) {
    if (key !== "type" && key !== "data" && key !== "id") return refuseKey(key);
  }
  if (id !== undefined && !isId(id)) {
    return new ProtocolError("VALIDATION_ERROR", "An id is a string or an integer.", {
      errors: [
        { loc: ["id"], msg: "Input should be a string or an integer", type: "invalid_type" },
      ],
    });
  }
  const isTool = type === "step" && isToolAction(data);
  return { type: isTool ? "tool" : (type as RequestType), data, id };
}

/** Whether a step is OpenEnv's older way to MCP. */
function isToolAction(data: unknown): boolean {
  return isObject(data) && (data.type === "call_tool" || data.type === "list_tools");
}

function refuseKey(key: string): ProtocolError {
  const shown = shortenName(key);
  return new ProtocolError("VALIDATION_ERROR", `A message has type, data and id, not ${shown}.`, {
    errors: [{ loc: [shown], msg: "Extra inputs are not permitted", type: "extra_forbidden" }],
  });
}

/** The id of a message that is refused, so that its sender knows which. */
function findId(message: unknown): RequestId | undefined {
  return isObject(message) && isId(message.id) ? message.id : undefined;
}

function isId(id: unknown): id is RequestId {
  return typeof id === "string" || typeof id === "bigint" || Number.isSafeInteger(id);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
