import { parse, stringify } from "lossless-json";

/** Only a run of 16 digits can be an integer beyond 2^53. */
const LONG_DIGITS = /\d{16}/;

/**
 * Parses JSON without losing integers beyond 2^53: these become bigints, all others numbers.
 * @throws SyntaxError on text that is not JSON, RangeError on nesting too deep to read
 */
export function parseJson(text: string): unknown {
  return LONG_DIGITS.test(text) ? parse(text, undefined, toNumber) : JSON.parse(text);
}

function toNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^-?\d+$/.test(text)
    ? BigInt(text)
    : number;
}

/** Writes JSON; bigints become plain digits. */
export function stringifyJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.stringify refuses bigints, which are rare: the faster path is tried first.
    return stringify(value) ?? "null";
  }
}
