import { isIntegerText } from "../numbers/parse.ts";
import { type AnswerForm, parseAll, splitTokens } from "./answer-form.ts";

/**
 * Exactly `count` integers of any length separated by blanks, as canonical text: "+007" is read as
 * "7". For gold values of so many digits that an answer's are better compared than converted.
 */
export function integerTexts(count: number): AnswerForm<string[]> {
  return {
    description: `${count} integers separated by spaces`,
    parse(text) {
      const tokens = splitTokens(text);
      return tokens.length === count ? parseAll(tokens, toCanonicalInteger) : null;
    },
  };
}

/** An integer in Python's int() syntax as String would write it; null if it is not one. */
function toCanonicalInteger(text: string): string | null {
  if (!isIntegerText(text)) return null;
  let start = 0;
  while (start < text.length - 1 && "+-0_".includes(text[start])) start++;
  const digits = text.slice(start).replaceAll("_", "");
  return text.startsWith("-") && digits !== "0" ? `-${digits}` : digits;
}
