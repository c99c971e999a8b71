import { parseBigInteger, parseInteger } from "../numbers/parse.ts";
import { scanIntegers } from "../numbers/scan-integers.ts";
import { type AnswerForm, parseAll, splitLines, splitTokens } from "./answer-form.ts";

/** One integer, as a number (see `parseInteger` for integers beyond 2^53). */
export const integer: AnswerForm<number> = {
  description: "an integer",
  parse: (text) => parseInteger(text.trim()),
};

/** One integer of any length, as a bigint. */
export const bigInteger: AnswerForm<bigint> = {
  description: "an integer",
  parse: (text) => parseBigInteger(text.trim()),
};

/** Integers separated by blanks, as numbers; an empty text is an empty list. */
export const integerList: AnswerForm<number[]> = {
  description: "integers separated by spaces",
  parse: (text) => scanIntegers(text) ?? parseAll(splitTokens(text), parseInteger),
};

/** Integers of any length separated by blanks, as bigints; an empty text is an empty list. */
export const bigIntegerList: AnswerForm<bigint[]> = {
  description: "integers separated by spaces",
  parse: (text) => parseAll(splitTokens(text), parseBigInteger),
};

/** Exactly `count` integers separated by blanks; any other number of them is malformed. */
export function integerTuple(count: number): AnswerForm<number[]> {
  return {
    description: `${count} integers separated by spaces`,
    parse(text) {
      const integers = integerList.parse(text);
      return integers?.length === count ? integers : null;
    },
  };
}

/** Lines of integers; blank lines are skipped, rows may differ in length, no line is no row. */
export const integerMatrix: AnswerForm<number[][]> = {
  description: "lines of integers separated by spaces",
  parse: (text) => parseAll(splitLines(text), integerList.parse),
};

/** Lines of exactly `width` integers each; blank lines are skipped. */
export function integerTuples(width: number): AnswerForm<number[][]> {
  return {
    description: `lines of ${width} integers separated by spaces`,
    parse: (text) => parseAll(splitLines(text), integerTuple(width).parse),
  };
}

/** Exactly `count` lines of integers, of any length; blank lines are skipped. */
export function integerLines(count: number): AnswerForm<number[][]> {
  return {
    description: `${count} lines of integers separated by spaces`,
    parse(text) {
      const rows = integerMatrix.parse(text);
      return rows?.length === count ? rows : null;
    },
  };
}
