import { parseDecimal } from "../numbers/parse.ts";
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
