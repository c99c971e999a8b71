import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

/** As docs/several-servers.md has it, checked more often. In the foreground, one process. */
function toConfiguration(port: number, backends: readonly number[]): string {
  const servers = backends.map((backend, index) => `  server s${index} 127.0.0.1:${backend} check`);
  return `
global
  maxconn 4000
defaults
  mode http
  timeout connect 5s
  timeout client 1h
  timeout server 1h
  timeout tunnel 24h
  option redispatch
  retries 3
frontend all
  bind 127.0.0.1:${port}
  default_backend servers
backend servers
  balance leastconn
  option httpchk
  http-check send meth GET uri /ready ver HTTP/1.1 hdr Host rlve-gym
  timeout check 5s
  default-server inter 200ms fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join("\n")}
`;
}
