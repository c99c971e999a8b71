import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A real HAProxy in front of servers: each session goes to the one that has the fewest. */
export class HaProxy {
  readonly port: number;
  readonly #directory = mkdtempSync(join(tmpdir(), "rlve-gym-haproxy-"));
  #process: ChildProcess | null = null;

  constructor(port: number, backends: readonly number[]) {
    this.port = port;
    writeFileSync(this.#configuration, toConfiguration(port, backends));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, and waits until it listens. */
  async start(): Promise<void> {
    this.#process = spawn("haproxy", ["-f", this.#configuration], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    while (!(await this.#listens())) await delay(20);
  }

  async kill(): Promise<void> {
    if (this.#process === null) return;
    const ended = once(this.#process, "close");
    this.#process.kill("SIGKILL");
    await ended;
    this.#process = null;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true });
  }

  get #configuration(): string {
    return join(this.#directory, "haproxy.cfg");
  }

  #listens(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = createConnection(this.port, "127.0.0.1");
      socket.on("connect", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
  }
}

const configuration = readFileSync(
  new URL("../../../deploy/proxies/haproxy.cfg", import.meta.url),
  "utf8",
);

/** As deploy/proxies has it, for as many servers as there are, which are checked more often. */
function toConfiguration(port: number, backends: readonly number[]): string {
  const servers = backends.map((backend, index) => `  server s${index} 127.0.0.1:${backend} check`);
  return configuration
    .replace("maxconn 32768", "maxconn 4000")
    .replace("bind :8000", `bind 127.0.0.1:${port}`)
    .replace("inter 2s", "inter 200ms")
    .replace(/( {2}server \w+ \w+:8000 check\n)+/, `${servers.join("\n")}\n`);
}
