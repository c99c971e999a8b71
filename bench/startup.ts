import { once } from "node:events";
import type { Measurement } from "./measurement.ts";
import { spawnNode, startServer } from "./processes.ts";
import { median, quantile } from "./statistics.ts";

const TARGET_MS = 600;

export const startup: Measurement = {
  name: "startup",
  help: "from the start of the process to a healthy /health",

  async run({ quick, report }) {
    const healthy: number[] = [];
    const healthyCpu: number[] = [];
    const bare: number[] = [];
    const starts = quick ? 5 : 15;
    for (let start = 0; start <= starts; start++) {
      report(`start ${start} of ${starts}`);
      const real = await startToHealth();
      const node = await startNode();
      // The first one reads files which are then in memory.
      if (start === 0) continue;
      healthy.push(real.milliseconds);
      if (real.cpuMs !== null) healthyCpu.push(real.cpuMs);
      bare.push(node);
    }
    return [
      {
        title: `start-up, median of ${starts}`,
        baseline: "node -e 0, start to end",
        figures: [
          {
            name: "start to healthy /health",
            value: median(healthy),
            unit: "ms",
            baseline: median(bare),
            target: { below: TARGET_MS },
            details: { slowest: quantile(healthy, 1), cpuMs: median(healthyCpu) },
            note: healthyCpu.length > 0 ? `${median(healthyCpu).toFixed(0)} ms of CPU` : undefined,
          },
        ],
      },
    ];
  },
};

async function startToHealth() {
  const started = performance.now();
  const server = await startServer();
  const response = await fetch(`http://127.0.0.1:${server.port}/health`);
  const { status } = (await response.json()) as { status: string };
  const milliseconds = performance.now() - started;
  if (status !== "healthy") throw new Error(`the server says it is ${status}`);
  const cpu = server.cpuSeconds();
  await server.stop();
  return { milliseconds, cpuMs: cpu === null ? null : 1000 * cpu };
}

async function startNode(): Promise<number> {
  const started = performance.now();
  await once(spawnNode(["-e", "0"]), "exit");
  return performance.now() - started;
}
