import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "vitest";
import { type RawData, WebSocket } from "ws";
import { builtProgram } from "../../built.ts";

/*
 * What is built to hurt is sent to a server in a process of its own, while a healthy session of the
 * same server asks for its state again and again. Whatever is sent, the healthy one must not wait.
 */

/** Generous: the bounds keep what is sent here to a fifth of it on a machine that is not busy. */
const MAX_WAIT_MS = 1000;

/** A busy machine keeps this process waiting, too: by how much is allowed to the server as often. */
const LAG_ALLOWANCE = 4;

export interface Victim {
  readonly url: string;
  readonly httpUrl: string;
  readonly pid: number;
  /** What a handshake needs. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A server in a process of its own, for all tests of a file. */
export function serveVictim(
  settings: Readonly<Record<string, string>> = {},
  program = "src/cli/main.ts",
): () => Victim {
  let child: ChildProcess | undefined;
  let victim: Omit<Victim, "pid"> | undefined;
  const key = settings.RLVEGYM_API_KEY;
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  beforeAll(async () => {
    child = spawn(process.execPath, [builtProgram(program), "serve"], {
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "fatal", ...settings },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.stdout === null) throw new Error("no standard output");
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    const host = /127\.0\.0\.1:\d+/.exec(line)?.[0];
    victim = { url: `ws://${host}/ws`, httpUrl: `http://${host}`, headers };
    // What a first request loads and compiles is no attack's doing.
    const first = await connect(victim.url, victim.headers);
    for (let count = 0; count < 20; count++) await send(first, '{"type":"reset"}');
    first.terminate();
  });
  afterAll(async () => {
    if (child === undefined || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  return () => {
    if (victim === undefined || child?.pid === undefined) throw new Error("no server");
    return { ...victim, pid: child.pid };
  };
}

export async function connect(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(url, { maxPayload: 0, perMessageDeflate: false, headers });
  socket.on("error", () => {});
  await once(socket, "open");
  return socket;
}

/** Sends a frame and gives the bytes of its answer; throws where the connection ends instead. */
export async function send(socket: WebSocket, frame: string | Buffer): Promise<Buffer> {
  const closed = new AbortController();
  const onClose = () => closed.abort(new Error("the connection ended without an answer"));
  socket.once("close", onClose);
  socket.send(frame);
  const [data] = (await once(socket, "message", { signal: closed.signal })) as [RawData];
  socket.off("close", onClose);
  return data as Buffer;
}

/** What an attack came to for others. */
interface Harm {
  /** The longest that the healthy session has waited for an answer. */
  readonly worstMs: number;
  /** By how much this process has come late at most. */
  readonly lagMs: number;
  /** By how much the server's memory has grown at most (Linux; elsewhere 0). */
  readonly grownMiB: number;
}

/**
 * Attacks the server while a healthy session asks, and checks that its longest wait was short, and
 * that the server took no more memory than it may.
 * @param question what the healthy session asks, again and again
 */
export async function beside<Result>(
  victim: Victim,
  attack: () => Promise<Result>,
  maxGrowthMiB = 512,
  question: (count: number) => string = () => '{"type":"state"}',
): Promise<Result> {
  const healthy = await connect(victim.url, victim.headers);
  const before = memoryOf(victim);
  let isOver = false;
  const asking = (async (): Promise<Harm> => {
    let worstMs = 0;
    let lagMs = 0;
    let peak = before;
    for (let count = 0; !isOver; count++) {
      const start = performance.now();
      await send(healthy, question(count));
      worstMs = Math.max(worstMs, performance.now() - start);
      peak = Math.max(peak, memoryOf(victim));
      const due = performance.now() + 5;
      await delay(5);
      lagMs = Math.max(lagMs, performance.now() - due);
    }
    return { worstMs, lagMs, grownMiB: peak - before };
  })();
  try {
    return await attack();
  } finally {
    isOver = true;
    const harm = await asking;
    healthy.terminate();
    expect(harm.worstMs).toBeLessThan(MAX_WAIT_MS + LAG_ALLOWANCE * harm.lagMs);
    expect(harm.grownMiB).toBeLessThan(maxGrowthMiB);
  }
}

/** Resident memory in MiB. */
function memoryOf(victim: Victim): number {
  if (process.platform !== "linux") return 0;
  const status = readFileSync(`/proc/${victim.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
