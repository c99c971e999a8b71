import { setTimeout as delay } from "node:timers/promises";
import { LoadConnection } from "../load/connection.ts";
import { toClientFrame } from "../load/frames.ts";
import type { ServerProcess } from "../processes.ts";

/** How many are open at once. */
const AT_ONCE = 200;
/** Memory is looked at so often while nothing happens; the least counts, as garbage comes and goes. */
const LOOKS = 20;
const LOOK_MS = 500;

const RESET = toClientFrame(
  JSON.stringify({ type: "reset", data: { environment: "Sorting", difficulty: 1, seed: 1 } }),
);

/**
 * Opens, resets and closes sessions: half of the count to warm up, since memory finds its level
 * first, then as many as told. Tells what each of them leaves behind.
 */
export async function countLeak(server: ServerProcess, count: number): Promise<string> {
  await openAndClose(server.port, Math.ceil(count / 2));
  const before = await leastMemory(server);
  await openAndClose(server.port, count);
  const after = await leastMemory(server);
  const each = (after - before) / count;
  const toMiB = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  return `${count} sessions opened and closed: ${toMiB(before)} MiB before, ${toMiB(after)} MiB after, ${each.toFixed(1)} bytes each`;
}

async function openAndClose(port: number, count: number): Promise<void> {
  let left = count;
  const openOnes = async () => {
    while (left-- > 0) {
      const connection = await LoadConnection.open(port);
      await connection.ask(RESET);
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openOnes));
}

async function leastMemory(server: ServerProcess): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS; look++) {
    await delay(LOOK_MS);
    least = Math.min(least, server.memoryBytes() ?? Number.NaN);
  }
  return least;
}
