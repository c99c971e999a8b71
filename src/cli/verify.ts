import type { Command } from "commander";
import { STRICT } from "../problems/reading/reading.ts";
import { toErrorLine } from "./error-line.ts";
import { unfit } from "./misuse.ts";
import { DEFAULT_TIMEOUT_S, readings, seconds } from "./options.ts";
import { showProgress } from "./progress.ts";
import type { VerifyOptions } from "./verify-lines.ts";
import { writeLines } from "./write-lines.ts";

/** `rlve-gym verify`: verifies JSON lines of standard input, one result a line. */
export function addCommand(program: Command): void {
  program
    .command("verify")
    .description(
      "Verify outputs: JSON lines {problem_id | environment, difficulty, seed | environment, config; output | outputs; answer_markers?; reading?} on standard input, one result a line, in order.",
    )
    .option(
      "--reading <options>",
      "how outputs are read where their line has no reading: completion, innermost, think, lenient, separated by commas",
      readings("--reading"),
      STRICT,
    )
    .option("--explain", "add the reason why an output did not earn reward 1")
    .option(
      "--keep <keys>",
      "what results have from their lines, besides id and problem_id: keys, separated by commas",
      parseKeys,
      [],
    )
    .option("--keep-going", "end with 0 although lines failed")
    .option(
      "--timeout <seconds>",
      "how long one line may take; 0: any time",
      seconds("--timeout"),
      DEFAULT_TIMEOUT_S,
    )
    .addHelpText(
      "after",
      `
It takes what 'rlve-gym sample' writes with 'output' added, or 'outputs', a list, for which the
results are columns. Other keys are overlooked; where there is a problem_id, so is the config. A
line that fails has {error: {code, message}} as its result, and the exit code is 1 then.

Example: echo '{"problem_id":"Sorting@2/0/0","output":"<answer>1 2 3</answer>"}' | rlve-gym verify --explain`,
    )
    .action(verify);
}

/** What results have anyway. */
const OWN_KEYS = ["reward", "accuracy", "format_score", "reason", "reading", "error"];

function parseKeys(text: string, before: readonly string[]): string[] {
  const keys = text.split(",").map((key) => key.trim());
  if (keys.includes("")) throw unfit("--keep", text, "keys, separated by commas");
  if (keys.some((key) => OWN_KEYS.includes(key))) {
    throw unfit("--keep", text, `other keys than results have: ${OWN_KEYS.join(", ")}`);
  }
  return [...before, ...keys];
}

async function verify(options: VerifyOptions & { keepGoing?: boolean }): Promise<void> {
  const { verifyLines } = await import("./verify-lines.ts");
  // Where results go to the terminal, they are the progress.
  const show = process.stdout.isTTY ? () => {} : showProgress;
  const counts = await verifyLines(process.stdin, options, async (results, { lines }) => {
    show("");
    await writeLines(results);
    show(`${lines} lines`);
  });
  show("");
  if (counts.first === null) return;
  const { lines, failed, first } = counts;
  const summary = `${failed} of ${lines} lines failed, first line ${first.line}: ${first.fault}`;
  if (!options.keepGoing) throw new Error(summary);
  process.stderr.write(toErrorLine(summary));
}
