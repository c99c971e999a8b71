import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { SPLITS } from "../problems/split.ts";
import { SYSTEM_PROMPT } from "../rows/chat.ts";
import type { FormatName } from "../rows/formats.ts";
import type { ExportOptions } from "./export-rows.ts";
import { Misuse, unfit } from "./misuse.ts";
import { DEFAULT_TIMEOUT_S, integerFrom, levelsOf, oneOf, seconds } from "./options.ts";

const FORMATS = [
  "plain",
  "trl",
  "verifiers",
  "verl",
  "skyrl",
  "nemo-gym",
  "openrlhf",
  "reasoning-gym",
  "rlve",
] as const satisfies readonly FormatName[];

/** `rlve-gym export`: problems in the rows that trainers read. */
export function addCommand(program: Command): void {
  program
    .command("export")
    .description("Write distinct problems as the rows of a trainer, as JSON lines or Parquet.")
    .requiredOption(
      "--format <format>",
      `whose rows: ${FORMATS.join(", ")}`,
      oneOf(FORMATS, "--format"),
    )
    .option(
      "--environments <names>",
      "all, or identifiers, families (family:graphs) and presets (no-guessing), separated by commas, each with a weight if need be (Sorting=2)",
      parseEnvironments,
    )
    .option(
      "--levels <levels>",
      "levels and ranges of levels, such as 0-4,8",
      levelsOf("--levels"),
      [0],
    )
    .addOption(
      new Option(
        "--curriculum <source>",
        "instead of environments and levels, those that a curriculum draws from now: a file with its definition or saved state, or its address, such as http://localhost:8000/curricula/main (with the key in RLVEGYM_API_KEY)",
      ).conflicts(["environments", "levels"]),
    )
    .requiredOption("--count <count>", "how many rows in all", integerFrom(1, "--count"))
    .option("--seed <seed>", "the seed at which each level begins", integerFrom(0, "--seed"), 0)
    .option(
      "--split <split>",
      "only problems of train or of test (of a curriculum: its own split)",
      oneOf(SPLITS, "--split"),
    )
    .option("--shuffle <seed>", "mix environments and levels", integerFrom(0, "--shuffle"))
    .option("--answers", "add what tells the answer: config and reference_answer, or answer")
    .option("--system-prompt <text>", "what tells a model to mark its answer", SYSTEM_PROMPT)
    .option("--no-system-prompt", "prompts without such a message")
    .option("-o, --output <file>", "a file ending in .jsonl or .parquet; else standard output")
    .option("--file-size <size>", "begin a further file at this size, such as 500MB", parseSize)
    .option("--card <file>", "write a dataset card, such as data/README.md, for these files")
    .option("--json", "write the summary as JSON to standard output, which --output leaves free")
    .option("--force", "replace a card that is there already")
    .option(
      "--timeout <seconds>",
      "how long drawing one problem may take, with its answer; 0: any time",
      seconds("--timeout"),
      DEFAULT_TIMEOUT_S,
    )
    .addHelpText(
      "after",
      `
No two rows of a level have the same prompt; where an environment has fewer problems, fewer rows come,
and the summary says so. 'rlve-gym verify' takes rows of every format with 'output' (or 'outputs')
added.
Presets must hold at all of --levels: see docs/quality.md.

Example: rlve-gym export --format verl --environments family:graphs+no-guessing,Sorting --levels 0-4 \\
           --count 10000 --split train --shuffle 1 -o data/train.parquet`,
    )
    .action(exportProblems);
}

type ParsedOptions = Omit<ExportOptions, "systemPrompt"> & {
  readonly systemPrompt: string | false;
  readonly force?: boolean;
};

async function exportProblems({ systemPrompt, force, ...options }: ParsedOptions): Promise<void> {
  const { format, output, card, answers } = options;
  if (format === "rlve" && !answers) {
    throw new Misuse(
      "--format rlve: its rows are the configs, best answers included: add --answers",
    );
  }
  if (output !== undefined && !/\.(jsonl|parquet)$/.test(output)) {
    throw unfit("--output", output, "a file that ends in .jsonl or .parquet");
  }
  if (options.environments === undefined && options.curriculum === undefined) {
    throw new Misuse("--environments or --curriculum says what is drawn: give one of them");
  }
  const needsOutput = [card, options.fileSize, options.json].some((value) => value !== undefined);
  if (output === undefined && needsOutput) {
    throw new Misuse("--card, --file-size and --json need --output");
  }
  if (card !== undefined && !force && existsSync(card)) {
    throw new Misuse(`--card ${card} is there already: --force replaces it`);
  }
  const { exportRows } = await import("./export-rows.ts");
  await exportRows({ ...options, systemPrompt: systemPrompt === false ? null : systemPrompt });
}

function parseEnvironments(text: string): ExportOptions["environments"] {
  if (text.trim() === "all") return "all";
  return Object.fromEntries(
    text.split(",").map((part) => {
      const [, name = "", weight = "1"] = /^\s*([^=]+?)\s*(?:=\s*([\d.]+)\s*)?$/.exec(part) ?? [];
      if (name === "" || !(Number(weight) > 0)) {
        throw unfit("--environments", text, "all, or names such as Sorting,family:graphs=2");
      }
      return [name, Number(weight)];
    }),
  );
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 1e3, M: 1e6, G: 1e9 };

function parseSize(text: string): number {
  const [, number = "0", unit = ""] = /^(\d+(?:\.\d+)?)\s*([KMG]?)B?$/i.exec(text) ?? [];
  const bytes = Number(number) * UNITS[unit.toUpperCase()];
  if (!(bytes >= 1)) throw unfit("--file-size", text, "bytes, such as 500MB or 2GB");
  return bytes;
}
