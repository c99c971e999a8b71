import { z } from "zod";
import { once } from "./once.ts";

/** An integer below 2^53 in magnitude. */
export const integer = z.int();

/**
 * A parameter that sets the size of a problem, from `min` to `max`: the bound that keeps every
 * accepted draw, instance and answer within time and memory.
 */
export function sizeFrom(min: number, max: number) {
  return integerFrom(min, max);
}

/** An integer from `min` to `max`, both included; without `max`, below 2^53. */
export const integerFrom = once((min: number, max: number = Number.MAX_SAFE_INTEGER) =>
  integer.check(
    z.gte(min, { error: `must be at least ${min}`, abort: true }),
    z.lte(max, { error: `must be at most ${max}`, abort: true }),
  ),
);

/** A list of integers below 2^53 in magnitude. */
export const integers = z.array(integer);

/** A list of integers from `min` to `max`, both included; without `max`, below 2^53. */
export const integersFrom = once((min: number, max?: number) => z.array(integerFrom(min, max)));

/** A list of lists of integers from `min` to `max`, both included; without `max`, below 2^53. */
export const integerRowsFrom = once((min: number, max?: number) => z.array(integersFrom(min, max)));

/** A list of pairs of integers from `min` to `max`, both included; without `max`, below 2^53. */
export function integerPairsFrom(min: number, max?: number) {
  return z.array(z.tuple([integerFrom(min, max), integerFrom(min, max)]));
}

/** Of an integer in decimal digits; the conversion is not linear. Stored ones have up to 46,000. */
const MAX_DIGITS = 50_000;

/**
 * An integer of any size, held as a bigint. JSON and MessagePack bring small ones as numbers and
 * MessagePack those beyond 64 bits as decimal strings: all become bigints.
 */
export const bigInteger = z
  .union([
    z.bigint(),
    z.int(),
    z
      .string()
      .max(MAX_DIGITS, { abort: true })
      .regex(/^-?\d+$/, { abort: true }),
  ])
  .transform((value) => BigInt(value));

/** An integer of any size from `min` on, held as a bigint. */
export const bigIntegerFrom = once((min: bigint) =>
  bigInteger.refine((value) => value >= min, { error: `must be at least ${min}`, abort: true }),
);

/** A list of integers of any size, held as bigints. */
export const bigIntegers = z.array(bigInteger);
