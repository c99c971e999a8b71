import { type Format, GOLD_COLUMNS, toGold } from "./format.ts";

/** What `rlve-gym sample` writes. */
export const plain: Format = {
  columns: {
    problem_id: "text",
    environment: "text",
    difficulty: "integer",
    seed: "integer",
    split: "text",
    problem_input: "text",
  },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({
    problem_id: sample.id,
    environment: sample.environment.id,
    difficulty: sample.difficulty,
    seed: sample.seed,
    split: sample.split,
    problem_input: sample.prompt,
    ...toGold(sample),
  }),
};
