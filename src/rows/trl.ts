import { MESSAGES } from "./column.ts";
import { type Format, GOLD_COLUMNS, REFERENCE_COLUMNS, toGold, toReference } from "./format.ts";

/**
 * TRL's conversational prompt-only rows; reward functions are given the other columns by name.
 * (https://huggingface.co/docs/trl/dataset_formats. A column `environment` has a meaning of its own.)
 */
export const trl: Format = {
  columns: { prompt: MESSAGES, ...REFERENCE_COLUMNS },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({ prompt: sample.messages, ...toReference(sample), ...toGold(sample) }),
};
