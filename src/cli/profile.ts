import type { Command } from "commander";
import { integerFrom, levelsOf } from "./options.ts";
import type { ProfileOptions } from "./profile-texts.ts";
import { showProgress } from "./progress.ts";
import { writeLines } from "./write-lines.ts";

/** `rlve-gym profile`: what environments are like at some levels. */
export function addCommand(program: Command): void {
  program
    .command("profile")
    .description(
      "Measure environments level by level: distinct prompts, the commonest answer, what lazy policies earn, sizes and times.",
    )
    .argument("<names...>", "environments, families and presets, such as Sorting or family:graphs")
    .option(
      "--levels <levels>",
      "levels and ranges of levels",
      levelsOf("--levels"),
      [0, 3, 10, 20],
    )
    .option("--seeds <count>", "how many problems a level", integerFrom(1, "--seeds"), 200)
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

async function profile(names: readonly string[], options: ProfileOptions): Promise<void> {
  const { profileTexts } = await import("./profile-texts.ts");
  const { choose } = await import("./choose.ts");
  const environments = await choose(names, options.levels);
  for (const text of profileTexts(environments, options, showProgress)) {
    showProgress("");
    await writeLines([text]);
  }
}
