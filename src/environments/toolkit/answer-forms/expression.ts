import { parseSyntax, type Syntax } from "../expressions/parse.ts";
import type { AnswerForm } from "./answer-form.ts";

/** One expression in numbers, x and elementary functions, in SymPy's syntax. */
export const expression: AnswerForm<Syntax> = {
  description: "an expression in x with numbers, + - * / **, parentheses and elementary functions",
  parse: parseSyntax,
};
