import { z } from "zod";
import { findAlphabetFault } from "../faults/alphabet.ts";

/** A text of the alphabet's characters alone. */
export function textOver(alphabet: string) {
  return z.string().superRefine((text, context) => {
    const fault = findAlphabetFault(text, alphabet);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });
}
