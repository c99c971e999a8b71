import type { AnswerForm } from "../../toolkit/answer-forms/answer-form.ts";
import { parseSyntax, type Syntax } from "./parse.ts";

/** One expression in numbers, x and elementary functions, in SymPy's syntax. */
export const expression: AnswerForm<Syntax> = {
  description: "an expression in x with numbers, + - * / **, parentheses and elementary functions",
  parse: parseSyntax,
};
