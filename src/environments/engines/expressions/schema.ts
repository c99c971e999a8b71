import { z } from "zod";
import { parseSyntax } from "./parse.ts";

/** The text of an expression of an instance, which scoring and prompts may rely on. */
export const expressionText = z
  .string()
  .refine((text) => parseSyntax(text) !== null, "must be an expression in x");
