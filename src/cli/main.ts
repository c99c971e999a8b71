#!/usr/bin/env node
import "./stop-signals.ts";
import { Command, CommanderError } from "commander";
import { packageInfo } from "../package-info.ts";
import { toMessage } from "../wording.ts";
import { toErrorLine } from "./error-line.ts";
import { Misuse } from "./misuse.ts";

/** Exit codes: 2 for misuse (what was asked is wrong), 1 for failure (it could not be done). */
const MISUSE = 2;
const FAILURE = 1;

const program = new Command("rlve-gym")
  .description(packageInfo.description)
  .version(packageInfo.version)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: (text, write) => write(toErrorLine(text)) });

/** A file a command, which says what it takes, and loads what it needs when it runs. */
const commands: Readonly<Record<string, () => Promise<{ addCommand(program: Command): void }>>> = {
  serve: () => import("./serve.ts"),
  list: () => import("./list.ts"),
  sample: () => import("./sample.ts"),
  verify: () => import("./verify.ts"),
  profile: () => import("./profile.ts"),
  export: () => import("./export.ts"),
};

// The one that is asked for or, for help, all.
const named = process.argv[2] ?? "";
const asked = Object.hasOwn(commands, named) ? [commands[named]] : Object.values(commands);
for (const load of asked) (await load()).addCommand(program);

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
  process.stderr.write(toErrorLine(toMessage(error)));
  return error instanceof Misuse ? MISUSE : FAILURE;
}
