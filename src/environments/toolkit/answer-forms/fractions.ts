import { parseBigInteger } from "../numbers/parse.ts";
import type { AnswerForm } from "./answer-form.ts";

/** A fraction as two integers of any length with a slash between them: "A/B". */
export const fraction: AnswerForm<[numerator: bigint, denominator: bigint]> = {
  description: "a fraction A/B of two integers",
  parse(text) {
    // A second slash is no part of an integer, so that the rest is malformed with it.
    const slash = text.indexOf("/");
    if (slash === -1) return null;
    const numerator = parseBigInteger(text.slice(0, slash).trim());
    const denominator = parseBigInteger(text.slice(slash + 1).trim());
    return numerator === null || denominator === null ? null : [numerator, denominator];
  },
};
