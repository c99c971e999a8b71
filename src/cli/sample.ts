import type { Command } from "commander";
import { SPLITS } from "../problems/split.ts";
import { unfit } from "./misuse.ts";
import { DEFAULT_TIMEOUT_S, integerFrom, oneOf, seconds } from "./options.ts";
import { showProgress } from "./progress.ts";
import type { SampleOptions } from "./sample-lines.ts";
import { writeLines } from "./write-lines.ts";

/** `rlve-gym sample`: problems as JSON lines. */
export function addCommand(program: Command): void {
  program
    .command("sample")
    .description("Write problems of consecutive seeds as JSON lines.")
    .requiredOption(
      "--environment <id>",
      "the environment, such as Sorting; several, families and presets are separated by commas",
    )
    .option("--difficulty <level>", "the level", integerFrom(0, "--difficulty"), 0)
    .option("--seed <seed>", "the seed of the first problem", integerFrom(0, "--seed"), 0)
    .option("--count <count>", "how many problems of each", integerFrom(1, "--count"), 1)
    .option(
      "--split <split>",
      "only problems of train or of test: seeds of others are passed over",
      oneOf(SPLITS, "--split"),
    )
    .option("--answers", "add config, which holds the best, and reference_answer, which earns 1")
    .option(
      "--timeout <seconds>",
      "how long drawing one problem may take, with its answer; 0: any time",
      seconds("--timeout"),
      DEFAULT_TIMEOUT_S,
    )
    .addHelpText(
      "after",
      `
'rlve-gym verify' takes these lines with 'output' (or 'outputs') added.

Example: rlve-gym sample --environment Sorting --difficulty 3 --count 100 > problems.jsonl`,
    )
    .action(sample);
}

type ParsedOptions = Omit<SampleOptions, "environments"> & { readonly environment: string };

async function sample({ environment, ...options }: ParsedOptions): Promise<void> {
  const { seed, count } = options;
  const lastStart = Number.MAX_SAFE_INTEGER - (count - 1);
  if (seed > lastStart) {
    throw unfit("--seed", String(seed), `at most ${lastStart} where --count is ${count}`);
  }
  const { sampleLines } = await import("./sample-lines.ts");
  const { choose } = await import("./choose.ts");
  const names = environment.split(",").map((name) => name.trim());
  const chosen = await choose(names, [options.difficulty], "--environment: ");
  const environments = chosen.map(({ id }) => id);
  let drawn = 0;
  showProgress("drawing …");
  try {
    for (const lines of sampleLines({ ...options, environments })) {
      showProgress("");
      await writeLines(lines);
      drawn += lines.length;
      showProgress(`${drawn} drawn`);
    }
  } finally {
    showProgress("");
  }
}
