import {
  type Figure,
  isMet,
  type Section,
  shareOf,
  type Target,
  type Unit,
} from "./measurement.ts";

const COLUMNS = ["measured", "baseline", "share", "target", ""] as const;

/** The table: a block a section, a line a figure. */
export function formatTable(sections: readonly Section[], showsAll: boolean): string {
  const blocks = sections.map((section) => {
    const shown = showsAll ? section.figures : section.figures.slice(0, section.shown);
    const baseline = section.baseline === undefined ? "" : `; baseline: ${section.baseline}`;
    const left = section.figures.length - shown.length;
    return {
      title: `${section.title}${baseline}`,
      rows: shown.map(toRow),
      end: left > 0 ? [`  … and ${left} more (--all shows them)${summarize(section)}`] : [],
    };
  });
  const rows = [["", ...COLUMNS], ...blocks.flatMap((block) => block.rows)];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => [...row[column]].length)),
  );
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join("  ")
      .trimEnd();
  return blocks
    .flatMap(({ title, rows, end }) => [
      title,
      toLine(["", ...COLUMNS]),
      ...rows.map(toLine),
      ...end,
      "",
    ])
    .join("\n");
}

/** How many of a section's targets are met. */
function summarize({ figures }: Section): string {
  const verdicts = figures.map(isMet).filter((verdict) => verdict !== null);
  const met = verdicts.filter((verdict) => verdict).length;
  return verdicts.length === 0 ? "" : `; ${met} of ${verdicts.length} meet the target`;
}

function toRow(figure: Figure): string[] {
  const { name, value, unit, baseline, target, note } = figure;
  const share = shareOf(figure);
  const verdict = { true: "met", false: "NOT MET", null: "" }[String(isMet(figure))] ?? "";
  return [
    `  ${name}`,
    value === null ? "–" : formatValue(value, unit),
    baseline === undefined ? "" : formatValue(baseline, unit),
    share === null ? "" : formatNumber(share),
    target === undefined ? "" : formatTarget(target, unit),
    [verdict, note ?? ""].filter((text) => text !== "").join("; "),
  ];
}

function formatTarget(target: Target, unit: Unit): string {
  if ("below" in target) return `< ${formatValue(target.below, unit)}`;
  if ("atLeast" in target) return `≥ ${formatValue(target.atLeast, unit)}`;
  if ("shareAtMost" in target) return `share ≤ ${target.shareAtMost}`;
  return `share ≥ ${target.shareAtLeast}`;
}

function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case "/s":
      return `${formatNumber(value)}/s`;
    case "bytes":
      return `${formatNumber(value / 1000)} kB`;
    case "%":
      return `${value} %`;
    default:
      return `${formatNumber(value)} ${unit}`;
  }
}

/** Three digits at least: 0.123, 12.3, 1,234. */
function formatNumber(value: number): string {
  return value.toLocaleString("en-US", {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}
