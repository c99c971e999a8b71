import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { environments } from "../../src/environments/registry.ts";
import { COLUMNS, ENCODING, TIME_COLUMNS, toRow, toTimesRow } from "../../src/quality/columns.ts";
import type { FiguresFile, FiledQuality, Quality } from "../../src/quality/figures.ts";

const path = new URL("../../src/quality/figures.json", import.meta.url);

/** The published figures as they are on disk now, which may be newer than what is imported. */
export function readFigures(): FiguresFile {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** An environment's figures as they are filed. */
export function toFiled(version: number, { levels, times, notes, nodes }: Quality): FiledQuality {
  return { version, nodes, notes, levels: levels.map(toRow), times: times.map(toTimesRow) };
}

/**
 * Writes the figures, those of environments that are no more left out: a line a level, so that a
 * change shows what it changes. At once, so that nobody finds half of them.
 */
export function writeFigures(figures: Readonly<Record<string, FiledQuality>>): void {
  const ids = [...environments.keys()].filter((id) => Object.hasOwn(figures, id));
  const entries = ids.map((id) => `${JSON.stringify(id)}: ${formatFiled(figures[id])}`);
  const text = `{
"encoding": ${JSON.stringify(ENCODING)},
"columns": ${JSON.stringify(COLUMNS)},
"timeColumns": ${JSON.stringify(TIME_COLUMNS)},
"environments": {
${entries.join(",\n")}
}
}
`;
  writeFileSync(new URL("figures.json.new", path), text);
  renameSync(new URL("figures.json.new", path), path);
}

function formatFiled({ version, nodes, notes, levels, times }: FiledQuality): string {
  const rows = (of: FiledQuality["levels"]) => of.map((row) => JSON.stringify(row)).join(",\n");
  return `{"version": ${version}, "nodes": ${JSON.stringify(nodes)}, "notes": ${JSON.stringify(notes)}, "levels": [
${rows(levels)}
], "times": [
${rows(times)}
]}`;
}
