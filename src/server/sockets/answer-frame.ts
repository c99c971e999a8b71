import { setImmediate as othersTurn } from "node:timers/promises";
import { after, type MaybePromise } from "../../event-loop.ts";
import type { Codec } from "../../protocol/codecs/codec.ts";
import { json } from "../../protocol/codecs/json.ts";
import { msgpack } from "../../protocol/codecs/msgpack.ts";
import { ProtocolError, toErrorReply } from "../../protocol/errors.ts";
import type { ErrorCode } from "../../protocol/messages.ts";
import { createSlices } from "../../requests/batch.ts";
import { CLOSE, dispatch } from "../../requests/dispatch.ts";
import type { Handlers } from "../../requests/handlers.ts";
import type { Session } from "../../session/session.ts";
import type { Limits } from "../limits.ts";

export type Encoded = string | Buffer;

/** A frame that asks, last, for the end of the session: what to send before it. */
export class Farewell {
  readonly frame: Encoded | null;

  constructor(frame: Encoded | null) {
    this.frame = frame;
  }
}

/** What a connection makes of a frame; null is no answer. A promise never rejects. */
export type AnswerFrame = (
  data: Buffer,
  isBinary: boolean,
) => MaybePromise<Encoded | Farewell | null>;

/** What answering a session's frames needs. */
export interface Answering {
  readonly session: Session;
  readonly handlers: Handlers;
  readonly limits: Limits;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}

/** The frame that answers a frame, in its encoding; whatever came, there is an answer. */
export function answerFrame(
  data: Buffer,
  isBinary: boolean,
  answering: Answering,
): MaybePromise<Encoded | Farewell> {
  const codec: Codec = isBinary ? msgpack : json;
  const answerBug = (error: unknown) => {
    answering.report(error);
    const description = "The reply could not be made because of an internal error.";
    return codec.encode(toErrorReply(new ProtocolError("EXECUTION_ERROR", description)));
  };
  try {
    const answer = isBinary
      ? answerWith(msgpack, data, answering)
      : answerWith(json, data, answering);
    return answer instanceof Promise ? answer.catch(answerBug) : answer;
  } catch (error) {
    return answerBug(error);
  }
}

function answerWith<Frame extends Encoded>(
  codec: Codec<Frame>,
  data: Buffer,
  answering: Answering,
): MaybePromise<Frame | Farewell> {
  const { maxMessageBytes, maxBatch } = answering.limits;
  const refuse = (code: ErrorCode, message: string) =>
    codec.encode(toErrorReply(new ProtocolError(code, message)));
  if (data.length > maxMessageBytes) {
    const sizes = `${data.length} bytes, but at most ${maxMessageBytes} are allowed`;
    return refuse("MESSAGE_TOO_LARGE", `The message has ${sizes}.`);
  }
  let message: unknown;
  try {
    message = codec.decode(data);
  } catch (error) {
    const cause = error instanceof Error ? error.message.slice(0, 200) : "unknown";
    return refuse("INVALID_JSON", `Invalid ${codec.name}: ${cause}`);
  }
  if (!Array.isArray(message)) return answerMessage(codec, message, answering);
  if (message.length > maxBatch) {
    const sizes = `${message.length} requests, but at most ${maxBatch} are allowed`;
    return refuse("BATCH_TOO_LARGE", `The array has ${sizes}.`);
  }
  return answerArray(codec, message, answering);
}

function answerMessage<Frame extends Encoded>(
  codec: Codec<Frame>,
  message: unknown,
  { session, handlers, report }: Answering,
): MaybePromise<Frame | Farewell> {
  return after(dispatch(message, session, handlers, report), (reply) =>
    reply === CLOSE ? new Farewell(null) : codec.encode(reply),
  );
}

/** One frame with the array of replies, in order. Once they fill a frame, the rest is refused. */
async function answerArray<Frame extends Encoded>(
  codec: Codec<Frame>,
  messages: readonly unknown[],
  answering: Answering,
): Promise<Frame | Farewell> {
  const { maxMessageBytes } = answering.limits;
  const isSliceOver = createSlices();
  const replies: Frame[] = [];
  let bytes = 0;
  for (const message of messages) {
    if (bytes > maxMessageBytes) {
      const description = `The replies to this array exceed ${maxMessageBytes} bytes: send fewer requests in a frame.`;
      replies.push(codec.encode(toErrorReply(new ProtocolError("BATCH_TOO_LARGE", description))));
      continue;
    }
    const reply = await answerMessage(codec, message, answering);
    if (reply instanceof Farewell) {
      return new Farewell(replies.length === 0 ? null : codec.join(replies));
    }
    replies.push(reply);
    bytes += reply.length;
    if (isSliceOver()) await othersTurn();
  }
  return codec.join(replies);
}
