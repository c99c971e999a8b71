import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A Redis of the bench's own, which keeps everything in memory. */
export interface Redis {
  readonly url: string;
  end(): void;
}

/** Starts one, where redis-server is installed. */
export async function findRedis(): Promise<Redis | null> {
  if (spawnSync("redis-server", ["--version"]).status !== 0) return null;
  const port = await findFreePort();
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "inherit"] });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  for await (const text of child.stdout) if (String(text).includes("Ready to accept")) break;
  child.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, end };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
