import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { environments } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import type { Split } from "../problems/split.ts";
import { formatCard } from "../rows/card.ts";
import { type CellCounts, Drawing } from "../rows/drawing.ts";
import { type FormatName, formats } from "../rows/formats.ts";
import { type Row, toLine } from "../rows/row-file.ts";
import { RowFiles } from "../rows/row-files.ts";
import { toSample } from "../rows/sample.ts";
import { type CellsWanted, toCells } from "./export-cells.ts";
import { mapBounded } from "./map-bounded.ts";
import { showProgress } from "./progress.ts";
import { writeLines } from "./write-lines.ts";

/** What is to be exported. */
export interface ExportOptions extends CellsWanted {
  readonly format: FormatName;
  readonly seed: number;
  readonly split?: Split;
  readonly shuffle?: number;
  readonly answers?: boolean;
  readonly systemPrompt: string | null;
  /** A file that ends in .jsonl or .parquet; without it rows are lines of standard output. */
  readonly output?: string;
  readonly fileSize?: number;
  readonly card?: string;
  /** How many seconds one problem may take; 0 for any. */
  readonly timeout: number;
}

/**
 * Writes rows as they are drawn, so that memory does not grow with them, but for the hashes of the
 * prompts of levels at work. The summary is on standard error.
 * @throws Misuse for what is not there; Error where no row could be drawn or written
 */
export async function exportRows(options: ExportOptions): Promise<void> {
  const { answers = false, output, fileSize, card, format: name } = options;
  const format = formats[name];
  const columns = { ...format.columns, ...(answers && format.goldColumns) };
  const drawing = new Drawing({
    ...options,
    cells: toCells(options, environments),
    problems: createInProcessProblems({ registry: environments, remembered: 0 }),
  });
  if (output !== undefined) mkdirSync(dirname(output), { recursive: true });
  const files =
    output === undefined ? null : new RowFiles({ path: output, columns, maxBytes: fileSize });
  try {
    for (const rows of drawRows(drawing, options)) {
      showProgress("");
      if (files === null) await writeLines(rows.map((row) => toLine(row).trimEnd()));
      else files.write(rows);
      showProgress(`${sum(drawing.counts, "rows")} of ${options.count} rows`);
    }
    files?.finish();
  } catch (error) {
    files?.discard();
    throw error;
  } finally {
    showProgress("");
  }
  if (card !== undefined && files !== null) {
    writeFileSync(
      card,
      formatCard({ ...options, card, files: files.paths, cells: drawing.counts }),
    );
  }
  summarise(drawing.counts, files?.paths ?? []);
}

/** The rows of each slice of time. */
function* drawRows(
  drawing: Drawing,
  { format: name, answers = false, systemPrompt, timeout }: ExportOptions,
): Generator<Row[], void, undefined> {
  const problems = createInProcessProblems({ registry: environments, remembered: 0 });
  const format = formats[name];
  let index = 0;
  const slices = mapBounded<Row | null>({
    count: Number.MAX_SAFE_INTEGER,
    map: () => {
      if (drawing.isDone) return null;
      return drawing.draw<Row>((problem) => {
        const solution = answers ? problems.solve(problem) : null;
        if (solution !== null && isFailure(solution)) return solution;
        const answer = solution?.answer ?? null;
        return format.toRow(toSample(problem, { index: index++, systemPrompt, answer }));
      });
    },
    timeout,
    onTimeout: () => drawing.fail(`Drawing takes longer than the ${timeout} s of --timeout`),
  });
  for (const results of slices) {
    yield results.filter((row) => row !== null);
    if (drawing.isDone) return;
  }
}

/** How many levels that lack rows are told one by one. */
const MOST_TOLD = 10;

function summarise(cells: readonly CellCounts[], paths: readonly string[]): void {
  const rows = sum(cells, "rows");
  const where = paths.length > 0 ? ` to ${paths[0]}${more(paths.length - 1, "file")}` : "";
  const short = cells.filter(({ cell, rows }) => rows < cell.count);
  const told = short
    .slice(0, MOST_TOLD)
    .map(
      ({ cell, rows, failure }) =>
        `  ${cell.environment.id}, level ${cell.level}: ${rows} of ${cell.count} rows (${failure ?? "no more distinct prompts"})`,
    );
  const lines = [
    `${rows} rows written${where}, ${sum(cells, "draws")} problems drawn${short.length > 0 ? `; fewer than asked for at ${short.length} of ${cells.length} levels:` : ""}`,
    ...told,
    ...(short.length > MOST_TOLD ? [`  …${more(short.length - MOST_TOLD, "level")}`] : []),
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
  if (rows === 0) throw new Error("there was no row to write");
}

function more(count: number, what: string): string {
  return count === 0 ? "" : ` and ${count} more ${what}${count === 1 ? "" : "s"}`;
}

function sum(cells: readonly CellCounts[], key: "rows" | "draws"): number {
  return cells.reduce((total, counts) => total + counts[key], 0);
}
