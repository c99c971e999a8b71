import { monitorEventLoopDelay } from "node:perf_hooks";
import { toBuilt } from "../built.ts";

/*
 * The built server in this process, with an environment whose generation never ends; it measures
 * its own event loop. Messages of the bench: "reset" begins a measurement, "read" asks for it.
 */

const [{ readConfig }, { createLog }, { startServer }, { environments }] = await Promise.all([
  import(toBuilt("config.js")) as Promise<typeof import("../../src/config.ts")>,
  import(toBuilt("log.js")) as Promise<typeof import("../../src/log.ts")>,
  import(toBuilt("server/server.js")) as Promise<typeof import("../../src/server/server.ts")>,
  import(registryModule().href) as Promise<typeof import("../../src/environments/registry.ts")>,
]);

function registryModule(): URL {
  return new URL("looping-registry.js", import.meta.url);
}

const generationTimeoutS = 0.5;
const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0, generationTimeoutS },
  registry: environments,
  registryModule: registryModule(),
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
  const toDelay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  return {
    p50: toDelay(histogram.percentile(50)),
    p99: toDelay(histogram.percentile(99)),
    max: toDelay(histogram.max),
  };
}

process.on("SIGTERM", async () => {
  await server.drain();
  process.exit();
});
console.log(`listening on http://127.0.0.1:${server.address.port}`);
