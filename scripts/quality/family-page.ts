import type { LevelFigures } from "../../src/quality/columns.ts";
import { chanceOf, leastDistinct } from "../../src/quality/judgements.ts";
import {
  formatCount,
  formatTable,
  link,
  type Measured,
  percent,
  presetFrom,
  rowUpTo,
  worthFrom,
} from "./measured.ts";

/** The levels that a table shows; the figures have more. */
const SHOWN = [0, 3, 10, 20];

/** docs/quality/<family>.md: a row an environment. */
export function describeFamily(family: string, members: readonly Measured[]): string {
  const rows = members.map(({ environment, quality }) => {
    const at = (format: (row: LevelFigures) => string) =>
      SHOWN.map((level) => format(rowUpTo(quality, level))).join(", ");
    return [
      link(environment, "../environments/"),
      String(worthFrom(quality) ?? "–"),
      String(presetFrom(quality, "no-guessing") ?? "–"),
      at((row) => formatShort(leastDistinct(quality, row.level))),
      at((row) => percent(chanceOf(row))),
      at((row) => formatReward(row.policies.random?.reward ?? null)),
      at((row) => formatCount(row.promptTokens)),
      at((row) => formatCount(row.mostAnswerTokens)),
      at((row) => formatCount(row.solved)),
    ];
  });
  return `# ${family}: figures

At levels ${SHOWN.join(", ")} (or the last measured one before): [what they mean](../quality.md). Written by \`npm run quality\`.

${formatTable(
  [
    "environment",
    "worth training on from level",
    "no guessing from level",
    "problems, at least",
    "chance score",
    "random answer's reward",
    "prompt, tokens",
    "longest answer, tokens",
    "answered",
  ],
  rows,
)}
`;
}

function formatReward(reward: number | null): string {
  return reward === null ? "–" : reward.toFixed(2).replace("-", "−");
}

function formatShort(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}
