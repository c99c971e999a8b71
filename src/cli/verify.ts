import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Command } from "commander";

/** `rlve-gym verify`: verifies JSON lines of standard input, one result a line. */
export function addCommand(program: Command): void {
  program
    .command("verify")
    .description(
      "Verify outputs: JSON lines {problem_id | environment, difficulty, seed | environment, config; output; answer_markers?} on standard input, one result a line, in order.",
    )
    .option("--explain", "add the reason why an output did not earn reward 1")
    .addHelpText(
      "after",
      `
Example: echo '{"problem_id":"Sorting@1/0/0","output":"<answer>1 2 3</answer>"}' | rlve-gym verify --explain`,
    )
    .action(verify);
}

async function verify({ explain = false }: { explain?: boolean }): Promise<void> {
  const { createLineVerifier } = await import("./verify-line.ts");
  const verifyLine = createLineVerifier(explain);
  // One line at a time, and no faster than results are taken: constant memory.
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    if (!process.stdout.write(`${verifyLine(line)}\n`)) await once(process.stdout, "drain");
  }
}
