import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { repository } from "../built.ts";

/** What a strain came to for others. */
export interface Harm {
  /** The longest that a ping of a healthy session waited for its pong. */
  readonly worstPingMs: number;
  /** The longest stretch of processor time between two turns of the server's event loop. */
  readonly worstHoldMs: number;
  /** By how much the healthy session itself was late at most: what the machine adds. */
  readonly pingerLateMs: number;
  /** The most resident memory of the server and its workers together; shared pages count for each. */
  readonly peakMiB: number;
  readonly seconds: number;
}

/** The built server with a healthy session, on all processors, as users run it. */
export interface Target {
  readonly url: string;
  /** Strains the server, and says what it came to. */
  measure(strain: () => Promise<void>): Promise<Harm>;
  close(): Promise<void>;
}

export async function startTarget(settings: Readonly<Record<string, string>>): Promise<Target> {
  const program = fileURLToPath(new URL("dist/cli/main.js", repository));
  const probe = new URL("bench/programs/hold-probe.js", repository).href;
  const server = spawn(process.execPath, ["--import", probe, program, "serve"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "fatal", ...settings },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (server.stdout === null) throw new Error("no standard output");
  const [line] = (await once(createInterface(server.stdout), "line")) as [string];
  const url = `ws://127.0.0.1:${/\d+$/.exec(line)?.[0]}/ws`;
  const pinger = fork(fileURLToPath(new URL("bench/programs/pinger.js", repository)), [url]);
  await once(pinger, "message");
  return {
    url,
    async measure(strain) {
      await Promise.all([ask(pinger), ask(server)]);
      let peakMiB = 0;
      const look = setInterval(() => {
        peakMiB = Math.max(peakMiB, memoryOf(server));
      }, 50);
      const start = performance.now();
      try {
        await strain();
      } finally {
        clearInterval(look);
      }
      const seconds = (performance.now() - start) / 1000;
      const [{ worstMs, lateMs }, hold] = await Promise.all([ask(pinger), ask(server)]);
      return {
        worstPingMs: Math.round(worstMs),
        worstHoldMs: Math.round(hold.worstMs),
        pingerLateMs: Math.round(lateMs),
        peakMiB: Math.round(peakMiB),
        seconds: Math.round(seconds * 10) / 10,
      };
    },
    async close() {
      for (const child of [pinger, server]) {
        child.kill("SIGTERM");
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      }
    },
  };
}

async function ask(child: ChildProcess): Promise<{ worstMs: number; lateMs: number }> {
  child.send("tell");
  const [told] = await once(child, "message");
  return told;
}

/** Resident memory of a process and its children, in MiB; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    );
    return [String(pid), ...children].reduce((sum, process) => sum + residentMiB(process), 0);
  } catch {
    return 0;
  }
}

/** A worker may have ended meanwhile. */
function residentMiB(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
