import { z } from "zod";
import { Picture } from "../picture.ts";
import { AnswerMarkerPair, Reading, StoredProblem } from "./messages.ts";

/* What crosses the wire to see how an output is read. */

/** For people to look at, and so far shorter than what may be verified. */
const MAX_INSPECTED = 1 << 20;

export const InspectBody = z.strictObject({
  output: z.string().max(MAX_INSPECTED).describe("A model's whole output."),
  environment: z.string().nullish().describe("By whose answer form the answer is read."),
  problem_id: z.string().nullish().describe("The problem, in whose picture the answer is drawn."),
  config: StoredProblem.nullish().describe("The same for a stored problem, beside environment."),
  answer_markers: AnswerMarkerPair.nullish(),
  reading: Reading.nullish(),
});

export const Inspected = z.object({
  parts: z
    .array(
      z.object({
        kind: z
          .enum(["ignored", "text", "marker", "answer", "earlier", "unfinished"])
          .describe(
            "ignored: not searched; earlier: a pair that a later one replaces; unfinished: behind a start marker without an end.",
          ),
        text: z.string(),
      }),
    )
    .describe("The output, in parts."),
  answer: z.string().nullable().describe("What stands in the last pair; null: there is none."),
  parsed: z
    .string()
    .nullable()
    .describe(
      "The answer as the environment's form reads it, as JSON, shortened; null: it is not of the form, or no environment is named.",
    ),
  picture: Picture.optional().describe(
    "The problem with what the answer chose, right or wrong; where a problem is named that has a picture, and the answer is of the form.",
  ),
});

export type InspectBody = z.infer<typeof InspectBody>;
export type Inspected = z.infer<typeof Inspected>;
