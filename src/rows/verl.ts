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
 * Rows of verl, whose reward function is given `data_source`, `ground_truth` and `extra_info`: the
 * ground truth is the problem's id, by which an output is verified.
 * (https://verl.readthedocs.io/en/latest/preparation/prepare_data.html)
 */
export const verl: Format = {
  columns: {
    data_source: "text",
    prompt: MESSAGES,
    ability: "text",
    reward_model: { fields: { style: "text", ground_truth: "text" } },
    extra_info: { fields: { index: "integer", ...REFERENCE_COLUMNS } },
    problem_id: "text",
  },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({
    data_source: toSource(sample),
    prompt: sample.messages,
    ability: sample.environment.family,
    reward_model: { style: "rule", ground_truth: sample.id },
    extra_info: { index: sample.index, ...toReference(sample) },
    problem_id: sample.id,
    ...toGold(sample),
  }),
};
