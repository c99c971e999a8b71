import { type Config, findMisspelt, hideCredentials } from "../config.ts";
import { environments, registryModule } from "../environments/registry.ts";
import { createLog } from "../log.ts";
import { packageInfo } from "../package-info.ts";
import { isFailure } from "../problems/failure.ts";
import { createPooledProblems } from "../problems/pooled.ts";
import { findEnvironment } from "../problems/reference.ts";
import { planCapacity, readMachine } from "../problems/workers/capacity.ts";
import { startServer } from "../server/server.ts";
import { Misuse } from "./misuse.ts";
import { openCurricula } from "./open-curricula.ts";
import { onStop } from "./stop-signals.ts";

export interface RunOptions {
  /** The flag or variable that names the default environment, for messages. */
  readonly environmentSource: string;
  /** Whether the end of standard input ends the server, as SIGTERM does. */
  readonly exitWithParent: boolean;
  /** Whether the end of the process that started this one does. */
  readonly watchParent: boolean;
}

/** How often to look whether the parent is still the same. */
const PARENT_CHECK_MS = 500;

/**
 * Serves until SIGTERM or SIGINT.
 * @throws Misuse for an unknown default environment; Error when it cannot listen
 */
export async function runServer(
  config: Config,
  { environmentSource, exitWithParent, watchParent }: RunOptions,
): Promise<void> {
  const parent = process.ppid;
  const environment = findEnvironment(config.environment, environments);
  if (isFailure(environment)) throw new Misuse(`${environmentSource}: ${environment.message}`);
  const log = createLog(config.logLevel);
  for (const misspelt of findMisspelt(process.env)) {
    log.warn(misspelt, "a variable that is no setting is ignored");
  }
  const curricula = await openCurricula(config, log);
  const machine = readMachine();
  const capacity = planCapacity({}, machine);
  const problems = createPooledProblems({
    ...capacity,
    registry: environments,
    registryModule,
    generationTimeoutMs: config.generationTimeoutS * 1000,
    onWorkerEnd: (reason, guilty) =>
      log.warn({ reason, ...guilty }, "a worker ended and is replaced"),
    onFailure: ({ message, cause }) => log.error({ reason: cause }, message),
  });
  const server = await startServer({
    config,
    problems,
    curricula,
    log,
    statistics: () => problems.statistics,
    isReady: () => problems.statistics.readyWorkers > 0,
  }).catch(async (error: NodeJS.ErrnoException) => {
    await problems.close();
    await curricula.close();
    throw new Error(describeListenError(error, config.host, config.port));
  });
  const { address, port, family } = server.address;
  const host = family === "IPv6" ? `[${address}]` : address;
  process.stdout.write(`rlve-gym listening on http://${host}:${port}\n`);

  log.info(
    {
      address,
      port,
      version: packageInfo.version,
      node: process.versions.node,
      environments: environments.size,
      max_sessions: config.maxSessions,
      needs_key: config.apiKey !== null,
      processors: machine.processors,
      memory_mib: toMebibytes(machine.memoryBytes),
      workers: capacity.workers,
      workers_mib: toMebibytes(capacity.workersBytes),
      cache_mib: toMebibytes(capacity.cacheBytes),
      store: hideCredentials(config.store),
    },
    "started",
  );

  // A request whose promise was lost is a bug, but no reason to end everyone's session.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

  let isStopping = false;
  const stop = async (signal: NodeJS.Signals | "end of standard input" | "end of parent") => {
    // A second signal does not wait for sessions.
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal, sessions: server.sessions.active }, "draining");
    await server.drain();
    await problems.close();
    await curricula.close();
    log.info("stopped");
    process.exit(0);
  };
  onStop(stop);
  if (exitWithParent) process.stdin.once("close", () => stop("end of standard input")).resume();
  if (watchParent) {
    // Orphans get another parent: no system tells them so.
    const check = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(check);
      void stop("end of parent");
    }, PARENT_CHECK_MS);
  }
}

function toMebibytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
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
