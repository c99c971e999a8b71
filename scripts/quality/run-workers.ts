import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FiledQuality } from "../../src/quality/figures.ts";
import type { Order } from "./worker.ts";

/** What a worker found of an environment; null where the published figures are still true. */
export interface Report {
  readonly id: string;
  readonly measured: FiledQuality | null;
  readonly seconds: number;
}

/** Gives the orders to so many processes, and each report to the caller as it comes. */
export async function runWorkers(
  orders: readonly Order[],
  jobs: number,
  take: (report: Report) => void,
): Promise<void> {
  const waiting = [...orders];
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(fileURLToPath(new URL("worker.ts", import.meta.url)));
      let order: Order | undefined;
      const giveNext = () => {
        order = waiting.shift();
        if (order === undefined) worker.disconnect();
        else worker.send(order);
      };
      worker.on("message", (report: Report) => {
        take(report);
        giveNext();
      });
      worker.on("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`measuring ${order?.id} ended its process with ${code}`));
      });
      giveNext();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, orders.length) }, run));
}
