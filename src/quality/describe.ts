import { z } from "zod";
import type { Environment } from "../environments/environment.ts";
import { ENCODING, POLICIES } from "./columns.ts";
import { loadFigures } from "./figures.ts";
import { chanceOf, leastDistinct } from "./judgements.ts";

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const milliseconds = z.number().min(0).nullable();

/** What is published of an environment's level. */
export const LevelQuality = z.object({
  level: count,
  drawn: count.describe("Problems drawn, of the seeds from 0."),
  solved: count.describe(
    "The first of them, which were answered: figures of answers are of these.",
  ),
  distinct_prompts: count.describe("Different prompts among those drawn."),
  distinct_at_least: count.describe("A lower bound of how many there are, at 95 %."),
  chance: share.describe(
    "How often guessing is right: the best accuracy of a policy that does not solve.",
  ),
  commonest_answer: share.describe("The share of problems with the commonest answer."),
  prompt_tokens: z.number().describe(`In the mean, by ${ENCODING}.`),
  longest_prompt_tokens: count,
  answer_tokens: z.number().describe(`Of reference answers in the mean, by ${ENCODING}.`),
  longest_answer_tokens: count,
  policies: z
    .partialRecord(
      z.enum(POLICIES),
      z.object({ accuracy: share, reward: z.number().min(-1).max(1) }),
    )
    .describe(
      "What policies that do not solve earn in the mean, and right answers with a fault, which may be right too where many are.",
    ),
  generation_ms: milliseconds.describe("The median, on the machine that measured."),
  answer_ms: milliseconds,
  verification_ms: milliseconds,
});

/** The figures of an environment as they cross the wire; empty where it was not measured. */
export async function describeQuality(
  environment: Pick<Environment, "id" | "version">,
): Promise<{ quality?: z.infer<typeof LevelQuality>[] }> {
  const quality = (await loadFigures()).of(environment);
  if (quality === null) return {};
  const rows = quality.levels.map((row, index) => {
    const times = quality.times[index];
    const earned = POLICIES.flatMap((name) => {
      const policy = row.policies[name];
      return policy === null ? [] : [[name, policy] as const];
    });
    return {
      level: row.level,
      drawn: row.drawn,
      solved: row.solved,
      distinct_prompts: row.distinct,
      distinct_at_least: leastDistinct(quality, row.level),
      chance: chanceOf(row),
      commonest_answer: row.commonest,
      prompt_tokens: row.promptTokens,
      longest_prompt_tokens: row.mostPromptTokens,
      answer_tokens: row.answerTokens,
      longest_answer_tokens: row.mostAnswerTokens,
      policies: Object.fromEntries(earned),
      generation_ms: times.generation,
      answer_ms: times.answer,
      verification_ms: times.verification,
    };
  });
  return { quality: rows };
}
