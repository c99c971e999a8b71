import {
  conclude,
  createSlices,
  type MaybePromise,
  othersTurn,
  turnAlone,
} from "../../event-loop.ts";
import type { Codec } from "../../protocol/codecs/codec.ts";
import { json } from "../../protocol/codecs/json.ts";
import { msgpack } from "../../protocol/codecs/msgpack.ts";
import { ProtocolError, toErrorReply } from "../../protocol/errors.ts";
import type { Reply } from "../../protocol/messages.ts";
import { CLOSE, type Dispatching, dispatch } from "../../requests/dispatch.ts";
import { refuseLongMessage } from "../../requests/limits.ts";
import { shorten, toMessage } from "../../wording.ts";
import type { RequestNotes } from "./request-notes.ts";

/** The longest cause of a failed decoding that is told. */
const MAX_CAUSE = 200;

/** A larger frame takes milliseconds to decode: no two of them share a turn of the event loop. */
export const LARGE_FRAME_BYTES = 2 ** 20;

export type Encoded = string | Buffer;

/** What answering frames needs. */
export interface Answering extends Dispatching {
  readonly notes: RequestNotes;
}

/** A frame that asks, last, for the end of the session: what to send before it. */
export class Farewell {
  readonly frame: Encoded | null;

  constructor(frame: Encoded | null) {
    this.frame = frame;
  }
}

/**
 * What a connection makes of a frame; null is no answer. A promise never rejects. The bytes of a frame
 * that is not large are not looked at once this has returned.
 */
export type AnswerFrame = (
  data: Buffer,
  isBinary: boolean,
) => MaybePromise<Encoded | Farewell | null>;

/** The frame that answers a frame, in its encoding; whatever came, there is an answer. */
export function answerFrame(
  data: Buffer,
  isBinary: boolean,
  answering: Answering,
): MaybePromise<Encoded | Farewell> {
  return isBinary ? answerIn(msgpack, data, answering) : answerIn(json, data, answering);
}

function answerIn<Frame extends Encoded>(
  codec: Codec<Frame>,
  data: Buffer,
  answering: Answering,
): MaybePromise<Frame | Farewell> {
  if (data.length > LARGE_FRAME_BYTES) return answerAlone(codec, data, answering);
  return answerSafely(codec, data, answering);
}

/** No two of these share a turn. */
async function answerAlone<Frame extends Encoded>(
  codec: Codec<Frame>,
  data: Buffer,
  answering: Answering,
): Promise<Frame | Farewell> {
  await turnAlone();
  return answerSafely(codec, data, answering);
}

function answerSafely<Frame extends Encoded>(
  codec: Codec<Frame>,
  data: Buffer,
  answering: Answering,
): MaybePromise<Frame | Farewell> {
  try {
    return answerWith(codec, data, answering);
  } catch (error) {
    return toBugFrame(codec, error, answering);
  }
}

function toBugFrame<Frame extends Encoded>(
  codec: Codec<Frame>,
  error: unknown,
  { report }: Answering,
): Frame {
  report(error);
  const description = "The reply could not be made because of an internal error.";
  return codec.encode(toErrorReply(new ProtocolError("EXECUTION_ERROR", description)));
}

function answerWith<Frame extends Encoded>(
  codec: Codec<Frame>,
  data: Buffer,
  answering: Answering,
): MaybePromise<Frame | Farewell> {
  const { context, notes, session } = answering;
  const refuse = (error: ProtocolError) => {
    notes.refused(error, session);
    return codec.encode(toErrorReply(error));
  };
  const { limits } = context;
  const tooLong = refuseLongMessage(data.length, limits);
  if (tooLong) return refuse(tooLong);
  let message: unknown;
  try {
    message = codec.decode(data);
  } catch (error) {
    const cause = shorten(toMessage(error), MAX_CAUSE);
    return refuse(new ProtocolError("INVALID_JSON", `Invalid ${codec.name}: ${cause}`));
  }
  if (!Array.isArray(message)) return answerMessage(codec, message, answering);
  if (message.length > limits.maxBatch) {
    const sizes = `${message.length} requests, but at most ${limits.maxBatch} are allowed`;
    return refuse(new ProtocolError("BATCH_TOO_LARGE", `The array has ${sizes}.`));
  }
  return answerArray(codec, message, answering).catch((error) =>
    toBugFrame(codec, error, answering),
  );
}

function answerMessage<Frame extends Encoded>(
  codec: Codec<Frame>,
  message: unknown,
  answering: Answering,
): MaybePromise<Frame | Farewell> {
  const { notes, session } = answering;
  const began = notes.begin();
  return conclude<Reply | typeof CLOSE, Frame | Farewell>(
    () => dispatch(message, answering),
    (reply) => {
      notes.end(message, reply, session, began);
      return reply === CLOSE ? new Farewell(null) : codec.encode(reply);
    },
    (error) => toBugFrame(codec, error, answering),
  );
}

/** One frame with the array of replies, in order. Once they fill a frame, the rest is refused. */
async function answerArray<Frame extends Encoded>(
  codec: Codec<Frame>,
  messages: readonly unknown[],
  answering: Answering,
): Promise<Frame | Farewell> {
  const { maxMessageBytes } = answering.context.limits;
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
