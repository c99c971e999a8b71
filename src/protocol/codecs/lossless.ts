import { stringify } from "lossless-json";
import { MESSAGE_BOUNDS, type MessageBounds } from "../limits.ts";
import { MessageCount } from "./message-count.ts";
import { scanJson, type Token } from "./scan-json.ts";

/** A text of no more characters cannot hold much of anything: it is parsed without a scan. */
const MAX_UNSCANNED = 2 ** 14;

/**
 * Parses JSON without losing integers beyond 2^53: these become bigints, all others numbers. What a
 * text holds is counted before it is parsed.
 * @throws SyntaxError on text that is not JSON, or holds more than the bounds allow
 */
export function parseJson(text: string, bounds: MessageBounds = MESSAGE_BOUNDS): unknown {
  const isShort = text.length <= MAX_UNSCANNED;
  const found = isShort ? [] : scanJson(text, new MessageCount(bounds));
  const value: unknown = JSON.parse(text);
  if (!isShort) return found.length === 0 ? value : parseWithBigints(text, found);
  if (!mayBeRounded(value, 1, bounds)) return value;
  const integers = scanJson(text, new MessageCount(bounds));
  return integers.length === 0 ? value : parseWithBigints(text, integers);
}

/** Whether an integer beyond 2^53 occurs, which JSON.parse may have rounded. */
function mayBeRounded(value: unknown, depth: number, bounds: MessageBounds): boolean {
  if (typeof value === "number") return isBeyondSafe(value);
  if (typeof value !== "object" || value === null) return false;
  if (depth > bounds.depth) throw new SyntaxError(`nested more than ${bounds.depth} deep`);
  if (Array.isArray(value)) return value.some((item) => mayBeRounded(item, depth + 1, bounds));
  for (const key in value) {
    if (mayBeRounded((value as Record<string, unknown>)[key], depth + 1, bounds)) return true;
  }
  return false;
}

/** Whether a number may stand for an integer beyond 2^53; beyond 10^308 it reads as infinite. */
function isBeyondSafe(value: number): boolean {
  return !Number.isSafeInteger(value) && (Number.isInteger(value) || !Number.isFinite(value));
}

/** Begins the strings that stand for long integers: nobody else knows it. Browsers have this, too. */
const PLACEHOLDER = `\\u0000${crypto.getRandomValues(new Uint32Array(4)).join("-")}:`;
const PLACED = JSON.parse(`"${PLACEHOLDER}"`) as string;

/**
 * The value of a text that is JSON, with bigints for the integers at these places. The native parser
 * reads a string in place of each: it is many times as fast as one in JavaScript.
 */
function parseWithBigints(text: string, places: readonly Token[]): unknown {
  const parts: string[] = [];
  let position = 0;
  for (const [index, { start, end }] of places.entries()) {
    parts.push(text.slice(position, start), `"${PLACEHOLDER}${index}"`);
    position = end;
  }
  parts.push(text.slice(position));
  const integers = places.map(({ start, end }) => BigInt(text.slice(start, end)));
  return placeBigints(JSON.parse(parts.join("")), integers);
}

function placeBigints(value: unknown, integers: readonly bigint[]): unknown {
  if (typeof value === "string") {
    return value.startsWith(PLACED) ? integers[Number(value.slice(PLACED.length))] : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const members = value as Record<string, unknown>;
  for (const key in members) members[key] = placeBigints(members[key], integers);
  return value;
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
