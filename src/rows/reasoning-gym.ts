import { type Format, REFERENCE_COLUMNS, toReference } from "./format.ts";

/** The dataset that scores them: what `RLVE_Gym.integrations.reasoning_gym` registers there. */
const SOURCE_DATASET = "rlve_gym";

/**
 * Entries of reasoning-gym: a question, an answer (null where it was not asked for) and metadata that
 * begin with where the entry is from.
 * (https://github.com/open-thought/reasoning-gym, reasoning_gym/dataset.py and its README.)
 */
export const reasoningGym: Format = {
  columns: {
    question: "text",
    answer: "text",
    metadata: { fields: { source_dataset: "text", source_index: "integer", ...REFERENCE_COLUMNS } },
    problem_id: "text",
  },
  goldColumns: {},
  toRow: (sample) => ({
    question: sample.prompt,
    answer: sample.gold?.answer ?? null,
    metadata: {
      source_dataset: SOURCE_DATASET,
      source_index: sample.index,
      ...toReference(sample),
    },
    problem_id: sample.id,
  }),
};
