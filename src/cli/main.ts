#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { packageInfo } from "../package-info.ts";
import { Misuse } from "./misuse.ts";

/** Exit codes: 2 for misuse (what was asked is wrong), 1 for failure (it could not be done). */
const MISUSE = 2;
const FAILURE = 1;

const program = new Command("rlve-gym")
  .description(packageInfo.description)
  .version(packageInfo.version)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError("(add --help for what is possible)");

// Each command loads what it needs when it runs, so that --help and list answer at once.
const commands = await Promise.all([
  import("./serve.ts"),
  import("./list.ts"),
  import("./sample.ts"),
  import("./verify.ts"),
]);
for (const { addCommand } of commands) addCommand(program);

// A reader that has seen enough ('| head') is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : FAILURE);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = toExitCode(error);
}

function toExitCode(error: unknown): number {
  // Commander has written its own messages.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSE;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`rlve-gym: ${message}\n`);
  return error instanceof Misuse ? MISUSE : FAILURE;
}
