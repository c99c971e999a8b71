// @ts-check
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readConfig } from "../../dist/config.js";
import { createLog } from "../../dist/log.js";
import { createPooledProblems } from "../../dist/problems/pooled.js";
import { startServer } from "../../dist/server/server.js";
import { environments } from "./looping-registry.js";

/*
 * The server, with an environment whose generation never ends; it measures its own event loop.
 * Messages of the bench: "reset" begins a measurement, "read" asks for it.
 */

const problems = createPooledProblems({
  registry: environments,
  registryModule: new URL("looping-registry.js", import.meta.url),
  generationTimeoutMs: 500,
});
const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
  problems,
  log: createLog("error"),
});

/** Milliseconds between two looks at the clock; the histogram counts them as delay. */
const resolution = 1;
const histogram = monitorEventLoopDelay({ resolution });
histogram.enable();

process.on("message", (message) => {
  if (message === "reset") histogram.reset();
  else process.send?.(readDelays());
});

function readDelays() {
  /** @param {number} nanoseconds */
  const toDelay = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  return {
    p50: toDelay(histogram.percentile(50)),
    p99: toDelay(histogram.percentile(99)),
    max: toDelay(histogram.max),
  };
}

process.on("SIGTERM", async () => {
  await server.drain();
  await problems.close();
  process.exit();
});
console.log(`listening on http://127.0.0.1:${server.address.port}`);
