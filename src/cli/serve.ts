import type { Command } from "commander";
import { ConfigError, readConfig, settings } from "../config.ts";
import { Misuse } from "./misuse.ts";

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
    const shown = value === null ? "none" : JSON.stringify(value);
    command.option(`--${flag} <value>`, `${help}: ${allowed} (${variable}, default ${shown})`);
  }
  command.action(() => serve(toFlags(command)));
}

/** The texts of the flags given, by flag name. */
function toFlags(command: Command): Record<string, string | undefined> {
  const options = command.opts<Record<string, string>>();
  return Object.fromEntries(
    command.options.map((option) => [option.name(), options[option.attributeName()]]),
  );
}

async function serve(flags: Record<string, string | undefined>): Promise<void> {
  const config = toMisuse(() => readConfig(process.env, flags));
  const [registry, { findEnvironment }, { isFailure }, { createPooledProblems }, logs, servers] =
    await Promise.all([
      import("../environments/registry.ts"),
      import("../problems/reference.ts"),
      import("../problems/failure.ts"),
      import("../problems/pooled.ts"),
      import("../log.ts"),
      import("../server/server.ts"),
    ]);
  const environment = findEnvironment(config.environment, registry.environments);
  if (isFailure(environment)) {
    throw new Misuse(`${settings.environment.variable}: ${environment.message}`);
  }
  const log = logs.createLog(config.logLevel);
  const problems = createPooledProblems({
    registry: registry.environments,
    registryModule: registry.registryModule,
    generationTimeoutMs: config.generationTimeoutS * 1000,
    onWorkerEnd: (reason) => log.warn({ reason }, "a worker ended and is replaced"),
  });
  const server = await servers
    .startServer({ config, problems, log })
    .catch(async (error: NodeJS.ErrnoException) => {
      await problems.close();
      throw new Error(describeListenError(error, config.host, config.port));
    });
  const { address, port, family } = server.address;
  const host = family === "IPv6" ? `[${address}]` : address;
  process.stdout.write(`rlve-gym listening on http://${host}:${port}\n`);

  // A request whose promise was lost is a bug, but no reason to end everyone's session.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, async () => {
      // A second signal does not wait for sessions.
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info({ signal, sessions: server.sessions.active }, "draining");
      await server.drain();
      await problems.close();
      log.info("stopped");
      process.exit(0);
    });
  }
}

function toMisuse<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? new Misuse(error.message) : error;
  }
}

function describeListenError(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `port ${port} of ${host} is in use; choose another with --port or PORT (0 picks a free one)`;
    case "EACCES":
      return `port ${port} may not be used by this user; choose one from 1024 with --port or PORT`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${JSON.stringify(host)}, which is no address of this machine`;
    default:
      return `cannot listen on ${host}:${port}: ${error.message}`;
  }
}
