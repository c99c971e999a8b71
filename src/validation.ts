import type { z } from "zod";

/** zod's own `validate` stops early by it, but gives no value; a test says that the option is there. */
const STOP_EARLY: z.core.ParseContextInternal<z.core.$ZodIssue> = { abortEarly: true };

/**
 * The value as a schema gives it, or what is wrong with it. Lists and objects are left at their
 * first faulty element: a million faults would take gigabytes and many seconds to collect.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  context: z.core.ParseContext<z.core.$ZodIssue> = {},
): z.ZodSafeParseResult<z.output<Schema>> {
  return schema.safeParse(value, { ...context, ...STOP_EARLY });
}

/** Data of no more values than these may have all their faults collected. */
const FEW = { values: 1000, characters: Number.POSITIVE_INFINITY };

/**
 * The same for a schema whose own checks bear any data: of small data all faults are told, which zod
 * does forty times as fast as to stop early (a step: 0.04 µs instead of 1.5).
 */
export function validateMessage<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  context?: z.core.ParseContext<z.core.$ZodIssue>,
): z.ZodSafeParseResult<z.output<Schema>> {
  return isWithin(value, FEW) ? schema.safeParse(value, context) : validate(schema, value, context);
}

/** An amount of plain data: values of all kinds, and characters in its texts (not its keys). */
export interface Amount {
  values: number;
  characters: number;
}

/** Whether plain data hold no more than an amount; found without looking at more than that. */
export function isWithin(data: unknown, { values, characters }: Readonly<Amount>): boolean {
  return countDown(data, { values, characters });
}

/** Takes a value off what is left, until there is too much. */
function countDown(value: unknown, left: Amount): boolean {
  if (--left.values < 0) return false;
  if (typeof value === "string") {
    left.characters -= value.length;
    return left.characters >= 0;
  }
  if (typeof value !== "object" || value === null) return true;
  // Not by `in`, which makes a text of each index.
  if (Array.isArray(value)) return value.every((item) => countDown(item, left));
  const members = value as Record<string, unknown>;
  for (const key in members) {
    if (!countDown(members[key], left)) return false;
  }
  return true;
}
