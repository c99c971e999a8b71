import { once } from "node:events";
import type { Command } from "commander";
import { integerFrom } from "./options.ts";
import type { SampleOptions } from "./sample-lines.ts";

/** `rlve-gym sample`: problems as JSON lines. */
export function addCommand(program: Command): void {
  program
    .command("sample")
    .description("Write problems of consecutive seeds as JSON lines.")
    .requiredOption("--environment <id>", "the environment's identifier, such as Sorting")
    .option("--difficulty <level>", "the level", integerFrom(0), 0)
    .option("--seed <seed>", "the seed of the first problem", integerFrom(0), 0)
    .option("--count <count>", "how many problems", integerFrom(1), 1)
    .option("--answers", "add reference_answer, an answer that earns accuracy 1")
    .addHelpText(
      "after",
      "\nExample: rlve-gym sample --environment Sorting --difficulty 3 --count 100 > problems.jsonl",
    )
    .action(sample);
}

async function sample(options: SampleOptions): Promise<void> {
  const { sampleLines } = await import("./sample-lines.ts");
  for (const line of sampleLines(options)) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
  }
}
