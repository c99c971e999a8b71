import type { z } from "zod";

/**
 * What is wrong with a value in words for people, not for programmers: given to zod as
 * `safeParse(value, { error: inPlainWords })`. Messages that a schema has of its own stay.
 */
export const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is missing";
      // To zod, what is not finite is no number.
      return issue.input === Infinity ? "is infinite" : `must be ${nameType(issue.expected)}`;
    case "too_small":
      return issue.inclusive === false
        ? `must be greater than ${issue.minimum}`
        : `must ${nameAmount(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return issue.inclusive === false
        ? `must be less than ${issue.maximum}`
        : `must ${nameAmount(issue.origin, "at most", issue.maximum)}`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}`;
    case "unrecognized_keys":
      return `may not have ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "has none of the forms allowed";
    default:
      return undefined;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "an integer",
  bigint: "an integer",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

function nameType(expected: string): string {
  return TYPES[expected] ?? expected;
}

function nameAmount(origin: string, bound: string, amount: number | bigint): string {
  switch (origin) {
    case "string":
      return amount === 1 && bound === "at least"
        ? "not be empty"
        : `have ${bound} ${amount} characters`;
    case "array":
      return `have ${bound} ${amount} elements`;
    default:
      return `be ${bound} ${amount}`;
  }
}
