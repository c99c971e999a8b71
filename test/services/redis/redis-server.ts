import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";

/** A redis-server of a test's own, which keeps what it has said that it has done. */
export class RedisServer {
  readonly port: number;
  readonly #directory = mkdtempSync(join(tmpdir(), "rlve-gym-redis-"));
  readonly #flags: readonly string[];
  #process: ChildProcess | null = null;

  constructor(port: number, flags: readonly string[]) {
    this.port = port;
    this.#flags = flags;
  }

  static async start(...flags: string[]): Promise<RedisServer> {
    const server = new RedisServer(await findFreePort(), flags);
    await server.start();
    return server;
  }

  /** An address with a prefix that nobody else has. */
  url(credentials = ""): string {
    return `redis://${credentials}127.0.0.1:${this.port}?prefix=${crypto.randomUUID()}:`;
  }

  async start(): Promise<void> {
    const flags = ["--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.#directory];
    flags.push("--save", "", "--appendonly", "yes", "--appendfsync", "always", ...this.#flags);
    this.#process = spawn("redis-server", flags, { stdio: ["ignore", "ignore", "inherit"] });
    const client = new Redis(this.port, "127.0.0.1", {
      retryStrategy: () => 20,
      maxRetriesPerRequest: null,
    });
    // Until it listens.
    client.on("error", () => {});
    // A password that is asked for is an answer, too.
    await client.ping().catch(() => {});
    client.disconnect();
  }

  /** Lets it stop and go on as it is. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#process?.kill(signal);
  }

  async kill(): Promise<void> {
    if (this.#process === null) return;
    const ended = once(this.#process, "close");
    this.#process.kill("SIGKILL");
    await ended;
    this.#process = null;
  }

  /** Asks it something as another client would. */
  async ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const redis = new Redis(this.port, "127.0.0.1");
    try {
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true });
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Waits for what does not tell when it is there. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await delay(10);
}
