import { parseBigInteger, parseDecimal } from "../numbers/parse.ts";
import { type AnswerForm, parseAll, splitTokens } from "./answer-form.ts";

/** One finite decimal number, exponents allowed. */
export const decimal: AnswerForm<number> = {
  description: "a decimal number",
  parse: (text) => parseDecimal(text.trim()),
};

/** Exactly `count` finite decimal numbers separated by blanks. */
export function decimalTuple(count: number): AnswerForm<number[]> {
  return {
    description: `${count} decimal numbers separated by spaces`,
    parse(text) {
      const tokens = splitTokens(text);
      return tokens.length === count ? parseAll(tokens, parseDecimal) : null;
    },
  };
}

/** A fraction as two integers "numerator denominator" separated by blanks. */
export const fractionPair: AnswerForm<[bigint, bigint]> = {
  description: "numerator and denominator, separated by a space",
  parse(text) {
    const tokens = splitTokens(text);
    if (tokens.length !== 2) return null;
    const numerator = parseBigInteger(tokens[0]);
    const denominator = parseBigInteger(tokens[1]);
    return numerator === null || denominator === null ? null : [numerator, denominator];
  },
};
