import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { builtProgram } from "../../built.ts";

/** A server in a process of its own, which can be killed and started again on its port. */
export class ServerProcess {
  port = 0;
  readonly #store: string;
  readonly #variables: Readonly<Record<string, string>>;
  #process: ChildProcess | null = null;

  private constructor(store: string, variables: Readonly<Record<string, string>>) {
    this.#store = store;
    this.#variables = variables;
  }

  static async start(
    store: string,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const server = new ServerProcess(store, variables);
    onTestFinished(() => server.kill());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = serve(this.#store, this.port, [], this.#variables);
    this.#process = child;
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    this.port = Number(/\d+$/.exec(line)?.[0]);
  }

  async kill(): Promise<void> {
    if (this.#process === null) return;
    const ended = once(this.#process, "close");
    this.#process.kill("SIGKILL");
    await ended;
    this.#process = null;
  }
}

/** The command line's server. */
export function serve(
  store: string,
  port: number,
  flags: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
) {
  const program = builtProgram("src/cli/main.ts");
  const args = [program, "serve", "--host", "127.0.0.1", "--port", String(port), ...flags];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...variables, RLVEGYM_STORE: store, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
