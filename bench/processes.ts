import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { repository } from "./built.ts";

/** Servers have this processor, the load another: neither takes time from the other. */
const SERVER_CORE = "0";
const LOAD_CORE = "1";

/** Asked before this process is bound to one of them. */
const coreCount = availableParallelism();
const ALL_CORES = `0-${coreCount - 1}`;

/** Whether processes can be bound to processors here. */
export const isPinned =
  coreCount > 1 && spawnSync("taskset", ["-c", SERVER_CORE, "true"]).status === 0;

/** Binds this process, with all its threads, to the processor of the load. */
export function pinLoad(): void {
  bindLoad(LOAD_CORE);
}

/** Lets this process run where there is time, as a server on any core does, while something is done. */
export async function onAnyCore<Result>(work: () => Promise<Result>): Promise<Result> {
  bindLoad(ALL_CORES);
  try {
    return await work();
  } finally {
    pinLoad();
  }
}

function bindLoad(cores: string): void {
  if (isPinned) spawnSync("taskset", ["-a", "-p", "-c", cores, String(process.pid)]);
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** Processor time used so far, in seconds; null where the system does not tell. */
  cpuSeconds(): number | null;
  /** Resident memory; null where the system does not tell. */
  memoryBytes(): number | null;
  stop(): Promise<void>;
}

/**
 * `rlve-gym serve`, as built, on a free port.
 * @param isFree whether it runs on any processor, not on the servers' one
 */
export function startServer(flags: readonly string[] = [], isFree = false): Promise<ServerProcess> {
  const main = fileURLToPath(new URL("dist/cli/main.js", repository));
  const args = [main, "serve", "--port", "0", "--log-level", "error", ...flags];
  return toServer(spawnNode(args, isFree));
}

/** One of the bench's programs that is a server. */
export function startProgram(name: string, isFree = false): Promise<ServerProcess> {
  return toServer(spawnProgram(name, isFree));
}

/** One of the bench's programs. */
export function spawnProgram(name: string, isFree = false): ChildProcess {
  const path = fileURLToPath(new URL(`bench/programs/${name}`, repository));
  return spawnNode([path], isFree);
}

/** The echo server that the figures of the real one are compared with. */
export const startEchoServer = () => startProgram("echo-server.js");

/** Node on the servers' processor, or on all of them. */
export function spawnNode(args: readonly string[], isFree = false): ChildProcess {
  const command = isPinned
    ? ["taskset", "-c", isFree ? ALL_CORES : SERVER_CORE, process.execPath, ...args]
    : [process.execPath, ...args];
  const child = spawn(command[0], command.slice(1), {
    cwd: fileURLToPath(repository),
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

/** A server writes a line with its port once it listens. */
async function toServer(child: ChildProcess): Promise<ServerProcess> {
  const port = await readPort(child);
  return {
    port,
    child,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    memoryBytes: () => memoryOf(child.pid),
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      clearTimeout(timer);
    },
  };
}

/** The port in the line that a server writes when it listens. */
async function readPort(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("the process has no standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    const match = /:(\d+)$/.exec(line);
    if (match !== null) return Number(match[1]);
  }
  throw new Error(`${child.spawnargs.join(" ")} ended before it listened`);
}

/** Of all threads; the scheduler counts in nanoseconds, where `stat` has ticks of 10 ms. */
function cpuSecondsOf(pid: number | undefined): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) => readProc(`/proc/${pid}/task/${thread}/schedstat`));
    return times.reduce((sum, text) => sum + Number(text?.split(" ")[0] ?? 0), 0) / 1e9;
  } catch {
    return null;
  }
}

function memoryOf(pid: number | undefined): number | null {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(`/proc/${pid}/status`) ?? "");
  return match === null ? null : Number(match[1]) * 1024;
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
