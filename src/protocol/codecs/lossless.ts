import { parse, stringify } from "lossless-json";

/** The deepest nesting that a message of ours may have is far below this. */
const MAX_DEPTH = 64;

/**
 * Parses JSON without losing integers beyond 2^53: these become bigints, all others numbers. The
 * native parser runs first; only a text whose numbers it cannot hold is parsed again.
 * @throws SyntaxError on text that is not JSON or is nested more than 64 deep
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return hasLargeInteger(value, 0) ? parse(text, undefined, toNumber) : value;
}

/** Whether an integer beyond 2^53 occurs, which JSON.parse may have rounded. */
function hasLargeInteger(value: unknown, depth: number): boolean {
  if (typeof value === "number") return isBeyondSafe(value);
  if (typeof value !== "object" || value === null) return false;
  if (depth === MAX_DEPTH) throw new SyntaxError(`nested more than ${MAX_DEPTH} deep`);
  if (Array.isArray(value)) return value.some((item) => hasLargeInteger(item, depth + 1));
  for (const key in value) {
    if (hasLargeInteger((value as Record<string, unknown>)[key], depth + 1)) return true;
  }
  return false;
}

/**
 * The conversion of digits to binary is not linear: a million digits take 120 ms. The longest
 * integers that problems store have some ten thousand digits.
 */
const MAX_DIGITS = 100_000;

function toNumber(text: string): number | bigint {
  const number = Number(text);
  if (!isBeyondSafe(number) || !/^-?\d+$/.test(text)) return number;
  if (text.length > MAX_DIGITS) throw new SyntaxError(`an integer of over ${MAX_DIGITS} digits`);
  return BigInt(text);
}

/** Whether a number may stand for an integer beyond 2^53; beyond 10^308 it reads as infinite. */
function isBeyondSafe(value: number): boolean {
  return !Number.isSafeInteger(value) && (Number.isInteger(value) || !Number.isFinite(value));
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
