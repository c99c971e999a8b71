import { isFailure } from "../../src/problems/failure.ts";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import { environments } from "./worker-environments.ts";

/*
 * A program that generates problems, prints the process ids of its workers and is then at its end:
 * its workers are closed, or left idle, or it is killed while they are caught in a loop.
 */

const problems = createPooledProblems({
  registry: environments,
  // Run as translated by test/build.ts.
  registryModule: new URL("worker-environments.js", import.meta.url),
  generationTimeoutMs: 60_000,
  workers: 2,
});
const workers = new Set<unknown>();
for (let seed = 0; seed < 20; seed++) {
  const problem = await problems.generate({ environment: "Numbered", difficulty: 0, seed });
  if (isFailure(problem)) throw new Error(problem.message);
  workers.add(problem.instance.process);
}
console.log([...workers].join(" "));
if (process.argv[2] === "closed") await problems.close();
if (process.argv[2] === "busy") {
  const endless = [1, 2].map((seed) =>
    problems.generate({ environment: "Endless", difficulty: 0, seed }),
  );
  // Time enough for the workers to begin.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 500);
  await Promise.all(endless);
}
