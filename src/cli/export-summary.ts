import type { CellCounts } from "../rows/drawing.ts";

/* What an export came to, for people and for programs. */

/** How many levels that lack rows are told one by one. */
const MOST_TOLD = 10;

/** A few lines: how many rows were written, and where there are fewer than were asked for. */
export function tellSummary(cells: readonly CellCounts[], paths: readonly string[]): string {
  const where = paths.length > 0 ? ` to ${paths[0]}${more(paths.length - 1, "file")}` : "";
  const short = cells.filter(({ cell, rows }) => rows < cell.count);
  const told = short
    .slice(0, MOST_TOLD)
    .map(
      ({ cell, rows, failure }) =>
        `  ${cell.environment.id}, level ${cell.level}: ${rows} of ${cell.count} rows (${failure ?? "no more distinct prompts"})`,
    );
  const lines = [
    `${countRows(cells)} rows written${where}, ${countDraws(cells)} problems drawn${short.length > 0 ? `; fewer than asked for at ${short.length} of ${cells.length} levels:` : ""}`,
    ...told,
    ...(short.length > MOST_TOLD ? [`  …${more(short.length - MOST_TOLD, "level")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same, whole, for programs. */
export function toSummary(cells: readonly CellCounts[], files: readonly string[]) {
  return {
    rows: countRows(cells),
    draws: countDraws(cells),
    files,
    levels: cells.map(({ cell: { environment, level, count }, rows, draws, failed, failure }) => ({
      environment: environment.id,
      level,
      asked: count,
      rows,
      draws,
      failed,
      failure,
    })),
  };
}

export function countRows(cells: readonly CellCounts[]): number {
  return cells.reduce((total, { rows }) => total + rows, 0);
}

function countDraws(cells: readonly CellCounts[]): number {
  return cells.reduce((total, { draws }) => total + draws, 0);
}

function more(count: number, what: string): string {
  return count === 0 ? "" : ` and ${count} more ${what}${count === 1 ? "" : "s"}`;
}
