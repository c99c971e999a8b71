import { type AnswerForm, splitLines, splitTokens } from "./answer-form.ts";

/** The whole answer without surrounding blanks; never malformed. */
export const plainText: AnswerForm<string> = {
  description: "a line of text",
  isOpen: true,
  parse: (text) => text.trim(),
};

/** Words separated by blanks; an empty text is an empty list. Never malformed. */
export const words: AnswerForm<string[]> = {
  description: "words separated by spaces",
  isOpen: true,
  parse: splitTokens,
};

/** Lines, each trimmed, without the blank ones; an empty text has none. Never malformed. */
export const lines: AnswerForm<string[]> = {
  description: "lines of text",
  isOpen: true,
  parse: splitLines,
};

/** The same form, described in the words of the problem ("Stan or Ollie"). */
export function describedAs<Answer>(
  description: string,
  form: AnswerForm<Answer>,
): AnswerForm<Answer> {
  return { ...form, description };
}
