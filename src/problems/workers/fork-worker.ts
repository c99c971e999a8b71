import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";
import { toModuleUrl } from "../../root.ts";

/** What a worker process runs: process-main, from dist as JavaScript, from src as TypeScript. */
const OWN_PROGRAM = toModuleUrl("problems/workers/process-main");

export interface WorkerModules {
  /** The module that exports the same registry as `environments`; workers import it. */
  readonly registryModule: URL;
  /** A translation of process-main, which starts faster than the one in src. */
  readonly workerProgram?: URL | undefined;
}

/**
 * Starts a worker process, which does not keep this process alive.
 * @param memoryBytes what it may take at most
 */
export function forkWorker(
  { registryModule, workerProgram = OWN_PROGRAM }: WorkerModules,
  memoryBytes: number,
): ChildProcess {
  const child = fork(workerProgram, [registryModule.href, String(memoryBytes)], {
    // The server's own may be gone since it started, and then nothing can be started in it.
    cwd: new URL(".", workerProgram),
    execArgv: workerProgram.pathname.endsWith(".ts") ? registerTsx() : [],
    serialization: "advanced",
    // Nothing is inherited: the server's standard error holds its log, as JSON lines.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket | null)?.unref();
  return child;
}

/** TypeScript needs tsx in the process and in its thread, which `--import tsx` does not do on Node 20. */
function registerTsx(): string[] {
  const program = `import { register } from "${import.meta.resolve("tsx/esm/api")}"; register();`;
  return ["--import", `data:text/javascript,${encodeURIComponent(program)}`];
}
