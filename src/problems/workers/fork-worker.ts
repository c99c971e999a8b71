import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";

// From dist as JavaScript; from src, in tests and benches, as TypeScript. There tsx must be
// registered in the process and in its thread, which `--import tsx` does not do on Node 20.
const isSource = import.meta.url.endsWith(".ts");
const processModule = new URL(`process-main.${isSource ? "ts" : "js"}`, import.meta.url);
const registerTsx = () =>
  `import { register } from "${import.meta.resolve("tsx/esm/api")}"; register();`;
const processArguments = isSource
  ? ["--import", `data:text/javascript,${encodeURIComponent(registerTsx())}`]
  : [];

/** Starts a worker process (process-main.ts), which does not keep this process alive. */
export function forkWorker(registryModule: URL): ChildProcess {
  const child = fork(processModule, [registryModule.href], {
    execArgv: processArguments,
    serialization: "advanced",
    // Nothing is inherited: the server's standard error holds its log, as JSON lines.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket | null)?.unref();
  return child;
}
