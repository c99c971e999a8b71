import { parseJson, stringifyJson } from "../protocol/codecs/lossless.ts";
import { UNBOUNDED } from "../protocol/limits.ts";
import type { Encoding } from "./encodings.ts";

/* JSON alone, which every browser reads: package.json puts this in encodings.ts's place in bundles. */

export const DEFAULT_ENCODING: Encoding = "json";

export function encode(message: unknown, encoding: Encoding): string {
  if (encoding !== "json") throw new Error("in a browser, the encoding is json");
  return stringifyJson(message);
}

export function decode(frame: string | Uint8Array): unknown {
  if (typeof frame !== "string") throw new Error("a binary frame");
  return parseJson(frame, UNBOUNDED);
}
