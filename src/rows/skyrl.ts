import { MESSAGES } from "./column.ts";
import {
  type Format,
  GOLD_COLUMNS,
  REFERENCE_COLUMNS,
  toGold,
  toReference,
  toSource,
} from "./format.ts";

/**
 * Rows of SkyRL, whose environment `rlve_gym` is given all columns but the prompt as its extras.
 * (https://docs.skyrl.ai/docs/datasets/dataset-preparation)
 */
export const skyrl: Format = {
  columns: {
    data_source: "text",
    prompt: MESSAGES,
    env_class: "text",
    reward_spec: { fields: { method: "text", ground_truth: "text" } },
    extra_info: { fields: { index: "integer", ...REFERENCE_COLUMNS } },
    problem_id: "text",
  },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({
    data_source: toSource(sample),
    prompt: sample.messages,
    env_class: "rlve_gym",
    reward_spec: { method: "rule", ground_truth: sample.id },
    extra_info: { index: sample.index, ...toReference(sample) },
    problem_id: sample.id,
    ...toGold(sample),
  }),
};
