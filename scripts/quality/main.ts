/**
 * `npm run quality`: measures environments and publishes their figures in the package and as pages.
 *
 *   npm run quality -- [Identifier…] [--jobs 2] [--seeds 1000] [--seeds-above 200] [--seconds 4]
 *                      [--force] [--node PATH]
 *
 * What is published and still true is skipped, and each environment is written when it is measured,
 * so that a run goes on where one ended. `--seconds` bounds generating, answering and verifying at
 * a level, each; slow environments get fewer problems, and their figures say how many. `--node`
 * names another version of Node, in which a process must find the same digests.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { environments } from "../../src/environments/registry.ts";
import { toFigures } from "../../src/quality/figures.ts";
import { compareOnNode } from "./compare.ts";
import { readFigures, writeFigures } from "./figures-file.ts";
import { writePages } from "./pages.ts";
import { runWorkers } from "./run-workers.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: "string", default: String(availableParallelism()) },
    seeds: { type: "string", default: "1000" },
    "seeds-above": { type: "string", default: "200" },
    seconds: { type: "string", default: "4" },
    force: { type: "boolean", default: false },
    node: { type: "string" },
  },
});

const ids = positionals.length > 0 ? positionals : [...environments.keys()];
const unknown = ids.find((id) => !environments.has(id));
if (unknown !== undefined) throw new Error(`there is no environment ${unknown}`);

const orders = ids.map((id) => ({
  id,
  force: values.force,
  seeds: Number(values.seeds),
  seedsAbove: Number(values["seeds-above"]),
  boundMs: 1000 * Number(values.seconds),
}));
let done = 0;
await runWorkers(orders, Number(values.jobs), ({ id, measured, seconds }) => {
  done++;
  if (measured !== null) writeFigures({ ...readFigures().environments, [id]: measured });
  const what = measured === null ? "as published" : `${seconds.toFixed(1)} s`;
  console.log(`${done} of ${ids.length}: ${id}, ${what}`);
});
if (values.node !== undefined) compareOnNode(values.node, ids);
writePages(toFigures(readFigures()));
