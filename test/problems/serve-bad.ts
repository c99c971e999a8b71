import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import { startServer } from "../../src/server/server.ts";
import { environments } from "./worker-environments.ts";

/* A program that serves environments that behave badly, set by variables as the real one. */

const config = { ...readConfig(process.env), environment: "Quick" };
const problems = createPooledProblems({
  registry: environments,
  // Run as translated by test/build.ts.
  registryModule: new URL("worker-environments.js", import.meta.url),
  generationTimeoutMs: config.generationTimeoutS * 1000,
  workers: 1,
});
const { address } = await startServer({ config, problems, log: createLog("silent") });
console.log(`listening on http://127.0.0.1:${address.port}`);
