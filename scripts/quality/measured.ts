import type { RegisteredEnvironment } from "../../src/environments/registry.ts";
import type { LevelFigures } from "../../src/quality/columns.ts";
import type { Figures, Quality } from "../../src/quality/figures.ts";
import { chanceOf, leastDistinct } from "../../src/quality/judgements.ts";
import { presets } from "../../src/quality/presets.ts";

/** An environment with what is published of it. */
export interface Measured {
  readonly environment: RegisteredEnvironment;
  readonly quality: Quality;
}

/** Those of which something is published. */
export function measuredOf(
  environments: readonly RegisteredEnvironment[],
  figures: Figures,
): Measured[] {
  return environments.flatMap((environment) => {
    const quality = figures.of(environment);
    return quality === null ? [] : [{ environment, quality }];
  });
}

/** A level is worth training on where guessing is right in fewer … */
export const WORTH_CHANCE = 0.2;
/** … and there are at least so many problems. */
export const WORTH_DISTINCT = 1000;

/** The first measured level from which all are worth training on; null where the last is not. */
export function worthFrom(quality: Quality): number | null {
  const isWorth = (row: LevelFigures) =>
    chanceOf(row) < WORTH_CHANCE && leastDistinct(quality, row.level) >= WORTH_DISTINCT;
  return firstLevel(quality, isWorth);
}

/** The first measured level from which a preset has the environment; null where it has it at none. */
export function presetFrom(quality: Quality, name: string): number | null {
  const preset = presets.get(name);
  return firstLevel(quality, (row) => preset?.holds(row, quality) ?? false);
}

function firstLevel({ levels }: Quality, holds: (row: LevelFigures) => boolean): number | null {
  // Of a level at which nothing was found in time, nothing is known.
  const known = levels.filter(({ solved }) => solved > 0);
  const last = known.findLastIndex((row) => !holds(row));
  return known[last + 1]?.level ?? null;
}

/** The figures of the highest measured level up to this one. */
export function rowUpTo({ levels }: Pick<Quality, "levels">, level: number): LevelFigures {
  return levels.findLast((row) => row.level <= level) ?? levels[0];
}

/** A share as people read it, such as `0.4 %`. */
export function percent(share: number): string {
  const hundredths = 100 * share;
  return `${hundredths > 0 && hundredths < 10 ? Number(hundredths.toFixed(1)) : Math.round(hundredths)} %`;
}

/** A whole number with its thousands apart. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString("en");
}

/** The link to an environment's page. */
export function link({ id, family }: RegisteredEnvironment, folder = "environments/"): string {
  return `[${id}](${folder}${family}.md#${id.toLowerCase()})`;
}

/** A table of Markdown. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "⏎")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
