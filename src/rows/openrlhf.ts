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
 * Rows of OpenRLHF: `--input_key input --label_key label --apply_chat_template`; a reward function is
 * given the label, which is the problem's id. (https://openrlhf.readthedocs.io and the reader,
 * openrlhf/datasets/prompts_dataset.py.)
 */
export const openrlhf: Format = {
  columns: { input: MESSAGES, label: "text", datasource: "text", ...REFERENCE_COLUMNS },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({
    input: sample.messages,
    label: sample.id,
    datasource: toSource(sample),
    ...toReference(sample),
    ...toGold(sample),
  }),
};
