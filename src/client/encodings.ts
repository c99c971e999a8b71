import { parseJson, stringifyJson } from "../protocol/codecs/lossless.ts";
import { encodeMessagePack, msgpack } from "../protocol/codecs/msgpack.ts";
import { UNBOUNDED } from "../protocol/limits.ts";

/* In a bundle for browsers, encodings-browser.ts stands in its place. */

export type Encoding = "msgpack" | "json";

export const DEFAULT_ENCODING: Encoding = "msgpack";

/** A message as a frame. */
export function encode(message: unknown, encoding: Encoding): string | Uint8Array {
  return encoding === "json" ? stringifyJson(message) : encodeMessagePack(message);
}

/**
 * The message of a frame.
 * @throws Error that says what is wrong with the frame
 */
export function decode(frame: string | Uint8Array): unknown {
  return typeof frame === "string"
    ? parseJson(frame, UNBOUNDED)
    : msgpack.decode(frame as Buffer, UNBOUNDED);
}
