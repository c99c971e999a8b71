import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";

// From dist as JavaScript; from src, in tests and benches, as TypeScript. There tsx must be
// registered in the process and in its thread, which `--import tsx` does not do on Node 20.
const isSource = import.meta.url.endsWith(".ts");
const hostModule = new URL(`host.${isSource ? "ts" : "js"}`, import.meta.url);
const registerTsx = () =>
  `import { register } from "${import.meta.resolve("tsx/esm/api")}"; register();`;
const hostArguments = isSource
  ? ["--import", `data:text/javascript,${encodeURIComponent(registerTsx())}`]
  : [];

/** Starts a worker process (host.ts), which does not keep this process alive. */
export function forkHost(registryModule: URL): ChildProcess {
  const child = fork(hostModule, [registryModule.href], {
    execArgv: hostArguments,
    serialization: "advanced",
    // Nothing is inherited: the server's standard error holds its log, as JSON lines.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket | null)?.unref();
  return child;
}
