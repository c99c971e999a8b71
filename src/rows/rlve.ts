import type { Format } from "./format.ts";

/**
 * Rows of problems as RLVE's users store them: the environment and its config, which holds the whole
 * instance, gold included, beside the prompt.
 */
export const rlve: Format = {
  columns: { problem_id: "text", environment: "text", user_prompt: "text" },
  goldColumns: { config: "json" },
  needsGold: true,
  toRow: (sample) => ({
    problem_id: sample.id,
    environment: sample.environment.id,
    user_prompt: sample.prompt,
    ...(sample.gold !== null && { config: sample.gold.config }),
  }),
};
