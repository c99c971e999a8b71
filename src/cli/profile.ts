import { once } from "node:events";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { integerFrom } from "./options.ts";
import type { ProfileOptions } from "./profile-texts.ts";

/** `rlve-gym profile`: what environments are like at some levels. */
export function addCommand(program: Command): void {
  program
    .command("profile")
    .description(
      "Measure environments level by level: distinct prompts, the commonest answer, what lazy policies earn, sizes and times.",
    )
    .argument("<identifiers...>", "the environments, such as Sorting")
    .option("--levels <levels>", "the levels, separated by commas", parseLevels, [0, 3, 10, 20])
    .option("--seeds <count>", "how many problems a level", integerFrom(1), 200)
    .option("--json", "a JSON line an environment; times in milliseconds, texts in characters")
    .addHelpText(
      "after",
      `
Slow environments are cut short, with a note: generating, answering, verifying and lazy policies
take 4 seconds each at most. Of the data's fields, the one whose echo pays most is shown.

Example: rlve-gym profile Sorting Knapsack --levels 0,5`,
    )
    .action(profile);
}

const parseLevel = integerFrom(0);

function parseLevels(text: string): number[] {
  try {
    return text.split(",").map(parseLevel);
  } catch {
    throw new InvalidArgumentError("They must be integers from 0, separated by commas.");
  }
}

async function profile(names: readonly string[], options: ProfileOptions): Promise<void> {
  const { profileTexts } = await import("./profile-texts.ts");
  for (const text of profileTexts(names, options, showProgress)) {
    showProgress("");
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
  }
}

/** Replaces the line on a terminal; nothing elsewhere. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
