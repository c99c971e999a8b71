import { dirname, relative } from "node:path";
import { packageInfo } from "../package-info.ts";
import type { Split } from "../problems/split.ts";
import type { CellCounts } from "./drawing.ts";

/** What a card tells. */
export interface CardOptions {
  /** Where it will stand. */
  readonly card: string;
  readonly files: readonly string[];
  readonly format: string;
  readonly seed: number;
  readonly split?: Split | undefined;
  readonly shuffle?: number | undefined;
  readonly answers?: boolean | undefined;
  readonly cells: readonly CellCounts[];
}

/**
 * A dataset card: what was drawn, by which version, and how many distinct problems each level gave.
 * Its head tells the Hugging Face hub, and `load_dataset`, which files belong to it.
 */
export function formatCard(options: CardOptions): string {
  const { card, files, format, seed, split, shuffle, answers, cells } = options;
  const rows = cells.reduce((sum, counts) => sum + counts.rows, 0);
  const paths = files.map((file) => relative(dirname(card), file));
  return `---
configs:
- config_name: default
  data_files:
  - split: ${split ?? "train"}
    path:
${paths.map((path) => `    - ${JSON.stringify(path)}`).join("\n")}
size_categories:
- ${toSizeCategory(rows)}
tags:
- reinforcement-learning
- verifiable-rewards
---
# Problems of RLVE-Gym

${rows} distinct problems, drawn by ${packageInfo.name} ${packageInfo.version}, as rows of the format \`${format}\`.

- split: ${split ?? "all problems; none was filtered"}
- seeds: from ${seed} on, for each level of each environment
- order: ${shuffle === undefined ? "by environment and level" : `shuffled with seed ${shuffle}`}
- answers: ${answers ? "included: keep them from what is trained" : "not included"}

Each row has a \`problem_id\`, such as \`Sorting@2/3/42\` (environment, version, level, seed), which determines the problem completely. \`rlve-gym verify\` and the Python client score an output by it. No two rows of a level have the same prompt.

| environment | version | rows by level | drawn |
|---|---|---|---|
${formatTable(cells)}
`;
}

function formatTable(cells: readonly CellCounts[]): string {
  const drawn = new Set(cells.map(({ cell }) => cell.environment));
  return [...drawn]
    .map((environment) => {
      const { id, version } = environment;
      const levels = cells.filter(({ cell }) => cell.environment === environment);
      const rows = levels.map(({ cell, rows }) =>
        rows < cell.count ? `${cell.level}: ${rows} (of ${cell.count})` : `${cell.level}: ${rows}`,
      );
      const draws = levels.reduce((sum, counts) => sum + counts.draws, 0);
      return `| ${id} | ${version} | ${rows.join(", ")} | ${draws} |`;
    })
    .join("\n");
}

/** The hub's own words for sizes. */
function toSizeCategory(rows: number): string {
  const names = ["n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M"];
  const power = Math.floor(Math.log10(Math.max(rows, 1))) - 2;
  return names[Math.min(Math.max(power, 0), names.length - 1)];
}
