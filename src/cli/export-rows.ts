import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { environments } from "../environments/registry.ts";
import { othersTurn } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import type { Split } from "../problems/split.ts";
import type { CurriculumDefinition } from "../protocol/curricula.ts";
import { formatCard } from "../rows/card.ts";
import { Drawing } from "../rows/drawing.ts";
import { type FormatName, formats } from "../rows/formats.ts";
import { type Row, toLine } from "../rows/row-file.ts";
import { RowFiles } from "../rows/row-files.ts";
import { toSample } from "../rows/sample.ts";
import { type Part, toCells, toParts } from "./export-cells.ts";
import { openWindow } from "./export-curriculum.ts";
import { countRows, tellSummary, toSummary } from "./export-summary.ts";
import { mapBounded } from "./map-bounded.ts";
import { showProgress } from "./progress.ts";
import { onStop, stopAtOnce } from "./stop-signals.ts";
import { writeLines } from "./write-lines.ts";

/** What is to be exported. */
export interface ExportOptions {
  readonly format: FormatName;
  /** Of these, unless a curriculum says of which. */
  readonly environments?: CurriculumDefinition["environments"];
  readonly levels: readonly number[];
  /** A curriculum's file or address, whose levels at this moment are drawn. */
  readonly curriculum?: string;
  readonly count: number;
  readonly seed: number;
  readonly split?: Split;
  readonly shuffle?: number;
  readonly answers?: boolean;
  readonly systemPrompt: string | null;
  /** A file that ends in .jsonl or .parquet; without it rows are lines of standard output. */
  readonly output?: string;
  readonly fileSize?: number;
  readonly card?: string;
  /** Write the summary as JSON to standard output. */
  readonly json?: boolean;
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
  const { parts, split } = await findParts(options);
  const drawing = new Drawing({
    ...options,
    split,
    cells: toCells(parts, options.count),
    problems: createInProcessProblems({ registry: environments, remembered: 0 }),
  });
  if (output !== undefined) {
    mkdirSync(dirname(output), { recursive: true });
    onStop((signal) => {
      files?.discard();
      stopAtOnce(signal);
    });
  }
  const files =
    output === undefined ? null : new RowFiles({ path: output, columns, maxBytes: fileSize });
  try {
    for (const rows of drawRows(drawing, options)) {
      showProgress("");
      if (files === null) await writeLines(rows.map((row) => toLine(row).trimEnd()));
      else files.write(rows);
      showProgress(`${countRows(drawing.counts)} of ${options.count} rows`);
      await othersTurn();
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
      formatCard({ ...options, split, card, files: files.paths, cells: drawing.counts }),
    );
  }
  const paths = files?.paths ?? [];
  process.stderr.write(tellSummary(drawing.counts, paths));
  if (options.json) await writeLines([JSON.stringify(toSummary(drawing.counts, paths))]);
  if (countRows(drawing.counts) === 0) throw new Error("there was no row to write");
}

/** Which levels are drawn, and of which problems. */
async function findParts({
  environments: named = "all",
  levels,
  curriculum,
  split,
}: ExportOptions): Promise<{ parts: readonly Part[]; split: Split | undefined }> {
  if (curriculum === undefined) return { parts: await toParts(named, levels, environments), split };
  const window = await openWindow(curriculum, environments, process.env.RLVEGYM_API_KEY);
  return { parts: window.parts, split: split ?? window.split };
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
