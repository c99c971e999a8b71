import { z } from "zod";
import { CurriculumName } from "./curricula.ts";
import { AnswerMarkerPair, Reading } from "./messages.ts";

/*
 * What NeMo Gym's agents ask of a resources server. They send a row as it is, with all of its keys,
 * and to verify it the model's response beside them. (https://github.com/NVIDIA-NeMo/Gym:
 * nemo_gym/base_resources_server.py, BaseSeedSessionRequest, BaseVerifyRequest and
 * BaseVerifyResponse; nemo_gym/openai_utils.py, NeMoGymResponse; and who asks,
 * responses_api_agents/simple_agent/app.py.)
 */

const problem_id = z.string().describe("The row's problem, such as Sorting@2/3/42.");

export const SeedSessionBody = z.looseObject({ problem_id: problem_id.nullish() });

export const SeedSessionReply = z.object({});

export const Rollout = z
  .looseObject({
    problem_id,
    responses_create_params: z.looseObject({}).describe("What the model was asked."),
    response: z
      .looseObject({
        id: z.string().nullish(),
        output: z
          .array(z.looseObject({ type: z.string() }))
          .describe("Items of the Responses API: the assistant's last message with text counts."),
      })
      .describe("What the model said, as the Responses API has it."),
    answer_markers: AnswerMarkerPair.nullish(),
    reading: Reading.nullish().describe("Default: the model's output alone, without its thoughts."),
    curriculum: CurriculumName.nullish().describe(
      "Told what the response comes to, once for each id of a response.",
    ),
  })
  .describe("A rollout of NeMo Gym: a row with the model's response.");

export const VerifiedRollout = z
  .looseObject({
    responses_create_params: z.looseObject({}),
    response: z.looseObject({}),
    reward: z.number().min(-1).max(1),
    accuracy: z.int().optional(),
    format_score: z.int().optional(),
    mask_sample: z
      .boolean()
      .describe("Whether verification itself failed: the reward then says nothing."),
    failure_kind: z.string().optional(),
    failure_reason: z.string().optional(),
  })
  .describe("The rollout with its figures.");

export type SeedSessionBody = z.infer<typeof SeedSessionBody>;
export type SeedSessionReply = z.infer<typeof SeedSessionReply>;
export type Rollout = z.infer<typeof Rollout>;
export type VerifiedRollout = z.infer<typeof VerifiedRollout>;
