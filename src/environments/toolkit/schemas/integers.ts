import { z } from "zod";

/** A list of integers below 2^53 in magnitude. */
export const integers = z.array(z.int());

/** A list of lists of integers below 2^53 in magnitude. */
export const integerRows = z.array(integers);

/**
 * An integer of any size, held as a bigint. JSON and MessagePack bring small ones as numbers and
 * MessagePack those beyond 64 bits as decimal strings: all become bigints.
 */
export const bigInteger = z
  .union([z.bigint(), z.int(), z.string().regex(/^-?\d+$/)])
  .transform((value) => BigInt(value));

/** A list of integers of any size, held as bigints. */
export const bigIntegers = z.array(bigInteger);
