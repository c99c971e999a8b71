import { MESSAGES } from "./column.ts";
import { type Format, REFERENCE_COLUMNS, toReference } from "./format.ts";

/**
 * Rows of verifiers: `prompt`, `answer` and `info`, which reward functions are given; `example_id`
 * numbers them. (https://docs.primeintellect.ai/verifiers/environments, section on datasets.)
 */
export const verifiers: Format = {
  columns: {
    example_id: "integer",
    prompt: MESSAGES,
    answer: "text",
    info: { fields: REFERENCE_COLUMNS },
    problem_id: "text",
  },
  goldColumns: {},
  toRow: (sample) => ({
    example_id: sample.index,
    prompt: sample.messages,
    answer: sample.gold?.answer ?? "",
    info: toReference(sample),
    problem_id: sample.id,
  }),
};
