import type { Command } from "commander";
import { ConfigError, formatDefault, nameSource, readConfig, settings } from "../config.ts";
import { Misuse } from "./misuse.ts";
import type { RunOptions } from "./run-server.ts";

/** `rlve-gym serve`: the server, until SIGTERM or SIGINT. */
export function addCommand(program: Command): void {
  const command = program
    .command("serve")
    .description("Serve sessions over WebSocket at /ws, and the HTTP API (see /docs).")
    .addHelpText(
      "after",
      "\nEach flag may also be set by the environment variable named beside it; a flag goes first.",
    );
  for (const { flag, help, variable, allowed, default: value } of Object.values(settings)) {
    const shown = `${variable}, default ${formatDefault(value)}`;
    command.option(`--${flag} <value>`, `${help}: ${allowed} (${shown})`);
  }
  command
    .option(
      "--exit-with-parent",
      "Drain and end when standard input ends: whoever started the server and holds the other end of it takes the server along, in whatever way it ends",
    )
    .option(
      "--watch-parent",
      "Drain and end within a second when the process that started the server has ended, without regard to standard input (not on Windows)",
    )
    .action(({ exitWithParent, watchParent }) =>
      serve(toFlags(command), {
        exitWithParent: exitWithParent === true,
        watchParent: watchParent === true,
      }),
    );
}

/** The texts of the settings' flags given, by flag name. */
function toFlags(command: Command): Record<string, string | undefined> {
  const options = command.opts<Record<string, string>>();
  return Object.fromEntries(
    command.options
      .filter((option) => option.required)
      .map((option) => [option.name(), options[option.attributeName()]]),
  );
}

async function serve(
  flags: Record<string, string | undefined>,
  ends: Pick<RunOptions, "exitWithParent" | "watchParent">,
): Promise<void> {
  const config = toMisuse(() => readConfig(process.env, flags));
  const { runServer } = await import("./run-server.ts");
  const environmentSource = nameSource(settings.environment, flags);
  await runServer(config, { environmentSource, ...ends });
}

function toMisuse<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? new Misuse(error.message) : error;
  }
}
