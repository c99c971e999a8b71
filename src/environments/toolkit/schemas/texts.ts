import { z } from "zod";
import { findAlphabetFault } from "../faults/alphabet.ts";
import { once } from "./once.ts";

/** A text of the alphabet's characters alone. */
export const textOver = once((alphabet: string) =>
  z.string().superRefine((text, context) => {
    const fault = findAlphabetFault(text, alphabet);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  }),
);
