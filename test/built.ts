import { fileURLToPath } from "node:url";
import { inject } from "vitest";

/* What tests start as processes, translated by build.ts. */

const built = (path: string) => new URL(path, inject("built"));

const workerProgram = built("src/problems/workers/process-main.js");

/** Workers with all environments. */
export const workers = { workerProgram, registryModule: built("src/environments/registry.js") };

/** Workers with environments that behave badly (problems/worker-environments.ts). */
export const badWorkers = {
  workerProgram,
  registryModule: built("test/problems/worker-environments.js"),
};

/** A program of a test, or the command line, by its path in the repository. */
export function builtProgram(path: string): string {
  return fileURLToPath(built(path.replace(/\.ts$/, ".js")));
}
