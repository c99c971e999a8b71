import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type RawData, WebSocket } from "ws";

const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A server that is fuzzed, with a healthy session that asks it for its state again and again. */
export interface Victim {
  readonly url: string;
  measure(): {
    readonly isAlive: boolean;
    /** The longest that the healthy session has waited, which includes what this process was late. */
    readonly worstWaitMs: number;
    /** The most memory that it took, where the system tells. */
    readonly peakMiB: number | null;
  };
  close(): Promise<void>;
}

export async function startVictim(): Promise<Victim> {
  const child = spawn(process.execPath, ["--import", "tsx", program, "serve"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "fatal" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const url = `ws://${/127\.0\.0\.1:\d+/.exec(line)?.[0]}/ws`;
  const healthy = await connect(url);
  let worstWaitMs = 0;
  let isOver = false;
  const asking = (async () => {
    await ask(healthy, Buffer.from('{"type":"reset"}'), false);
    while (!isOver) {
      const start = performance.now();
      await ask(healthy, Buffer.from('{"type":"state"}'), false);
      worstWaitMs = Math.max(worstWaitMs, performance.now() - start);
      await delay(20);
    }
  })();
  return {
    url,
    measure: () => ({
      isAlive: child.exitCode === null && healthy.readyState === WebSocket.OPEN,
      worstWaitMs: Math.round(worstWaitMs),
      peakMiB: child.pid === undefined ? null : peakOf(child.pid),
    }),
    async close() {
      isOver = true;
      if (healthy.readyState === WebSocket.OPEN) await asking;
      healthy.terminate();
      if (child.exitCode === null) {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
    },
  };
}

export async function connect(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { maxPayload: 0, perMessageDeflate: false });
  socket.on("error", () => {});
  await once(socket, "open");
  return socket;
}

/** The answer to a frame; null where the connection has ended instead. */
export function ask(socket: WebSocket, frame: Buffer, isBinary: boolean): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const onMessage = (data: RawData) => {
      socket.off("close", onClose);
      resolve(data as Buffer);
    };
    const onClose = () => {
      socket.off("message", onMessage);
      resolve(null);
    };
    socket.once("message", onMessage);
    socket.once("close", onClose);
    if (socket.readyState === WebSocket.OPEN) socket.send(frame, { binary: isBinary });
    else onClose();
  });
}

function peakOf(pid: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return peak === undefined ? null : Math.round(Number(peak) / 1024);
  } catch {
    return null;
  }
}
