import { z } from "zod";

/* What crosses the wire about curricula; `messages.ts` has the requests. */

export const CurriculumName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/, "Should be 1 to 64 letters, digits, dots, dashes or underscores")
  .describe("A curriculum's name.");

export const ReportId = z
  .string()
  .min(1)
  .max(128)
  .describe("A report that is sent again under the same id counts once.");

const weight = z.number().positive().max(1e9);
const level = z.int().min(0).max(1000);
const share = z.number().min(0).max(1);

/** What a curriculum draws and when its levels rise. */
export const CurriculumDefinition = z
  .strictObject({
    environments: z
      .union([z.literal("all"), z.array(z.string()).min(1), z.record(z.string(), weight)])
      .default("all")
      .describe(
        "all, a list of identifiers, families (family:graphs) and presets (no-guessing), or an object of them with weights: a family's or preset's is that of each of its environments, and an environment's own goes before it.",
      ),
    start: level.default(0).describe("The top level of each environment at first."),
    window: z
      .int()
      .min(1)
      .max(1000)
      .default(4)
      .describe("How many levels up to the top are drawn."),
    threshold: share
      .gt(0)
      .default(0.9)
      .describe("The accuracy at the top level from which the top rises."),
    min_samples: z
      .int()
      .min(1)
      .default(64)
      .describe("How many verified outputs of the top level are waited for before each check."),
    max_difficulty: level
      .nullable()
      .default(null)
      .describe("The last level; null: as far as they go."),
    lower_below: share
      .nullable()
      .default(null)
      .describe("The accuracy below which the top falls; null: it never does."),
    split: z
      .enum(["train", "test", "all"])
      .default("train")
      .describe("Of which problems it draws."),
    seed: z.int().min(0).default(0).describe("Determines the draws."),
  })
  .check(({ value: { start, max_difficulty, threshold, lower_below }, issues }) => {
    if (max_difficulty !== null && max_difficulty < start) {
      issues.push({
        code: "custom",
        path: ["max_difficulty"],
        message: `Should be at least start, which is ${start}`,
        input: max_difficulty,
      });
    }
    if (lower_below !== null && lower_below >= threshold) {
      issues.push({
        code: "custom",
        path: ["lower_below"],
        message: `Should be below threshold, which is ${threshold}`,
        input: lower_below,
      });
    }
  });

const count = z.int().min(0);

/** Where an environment stands. */
export const CurriculumProgress = z.strictObject({
  top: level.describe("The highest level that is drawn."),
  samples: count.describe("Verified outputs of the top level since the last check."),
  correct: count.describe("Those of accuracy 1 among them."),
  total_samples: count.describe("Verified outputs of all levels, from the beginning."),
  total_correct: count,
  failed_draws: count.describe("Draws whose generation failed: another seed was drawn instead."),
  weight: weight.describe("Its share of the draws is this over the sum of all weights."),
});

/** A change of an environment's top. */
export const CurriculumRise = z.strictObject({
  environment: z.string(),
  top: level.describe("The top since then."),
  draws: count.describe("How many problems had been drawn by then."),
});

/** All that a curriculum is; `PUT /curricula/{name}` takes it back. */
export const CurriculumState = z.strictObject({
  name: CurriculumName.optional(),
  definition: CurriculumDefinition,
  draws: count.describe("How many problems have been drawn: the number of the next draw."),
  environments: z.record(z.string(), CurriculumProgress),
});

/** So few that sums of them are exact for longer than anybody reports. */
const outputs = z.int().min(0).max(1e6);

export const ReportData = z.strictObject({
  curriculum: CurriculumName,
  report_id: ReportId.nullish(),
  outcomes: z
    .array(
      z.strictObject({
        problem_id: z.string(),
        correct: outputs.describe("How many of the outputs were right."),
        samples: outputs.min(1).describe("How many outputs there were."),
      }),
    )
    .describe("What outputs that were verified elsewhere came to."),
});

export const ReportedData = z.object({
  counted: z.boolean().describe("False where this report id has been counted before."),
  rises: z.array(CurriculumRise).describe("The tops that it changed."),
});

/** A definition as it is given: what has a default may be left out. */
export type CurriculumDefinitionData = z.input<typeof CurriculumDefinition>;
export type CurriculumDefinition = z.infer<typeof CurriculumDefinition>;
export type CurriculumProgress = z.infer<typeof CurriculumProgress>;
export type CurriculumRise = z.infer<typeof CurriculumRise>;
export type CurriculumState = z.infer<typeof CurriculumState>;
export type ReportData = z.infer<typeof ReportData>;
export type ReportedData = z.infer<typeof ReportedData>;
