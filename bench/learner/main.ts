import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { RlveGymClient } from "../../src/client/client.ts";
import { readConfig } from "../../src/config.ts";
import { environments } from "../../src/environments/registry.ts";
import { createLog } from "../../src/log.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { startServer } from "../../src/server/server.ts";
import { type Line, plot } from "./plot.ts";
import { type Strategy, train } from "./train.ts";

/*
 * A simulated learner, trained on problems of fixed levels, of levels drawn alike, and of what
 * curricula of a server draw: docs/curricula.svg.
 */

const PICTURE = fileURLToPath(new URL("../../docs/curricula.svg", import.meta.url));

const LINES: readonly (Omit<Line, "runs"> & { readonly strategy: Strategy })[] = [
  { strategy: "narrow", name: "curriculum, window 2, threshold 0.7", color: "#0a7d55" },
  { strategy: "curriculum", name: "curriculum, as by default", color: "#2563c9" },
  { strategy: "uniform", name: "levels 0–20 alike", color: "#b7791f" },
  { strategy: "easy", name: "level 2", color: "#8a8a8a" },
  { strategy: "hard", name: "level 15", color: "#b3261e" },
];

const POINTS = 50;

interface Flags {
  readonly problems: number;
  readonly seeds: number;
  readonly output: string;
}

const { problems, seeds, output } = new Command("learner")
  .description("Train a simulated learner in several ways, and draw how it gets on.")
  .option(
    "--problems <count>",
    "problems a learner is trained on, a multiple of 50",
    toCount,
    20_000,
  )
  .option("--seeds <count>", "learners", toCount, 5)
  .option("--output <file>", "the picture, an SVG", PICTURE)
  .parse()
  .opts<Flags>();

const server = await startServer({
  config: { ...readConfig({}), host: "127.0.0.1", port: 0 },
  problems: createInProcessProblems({ registry: environments }),
  log: createLog("silent"),
});
const client = await RlveGymClient.connect(`http://127.0.0.1:${server.address.port}`);
const lines: Line[] = [];
for (const { strategy, ...line } of LINES) {
  const runs = [];
  for (let seed = 0; seed < seeds; seed++) {
    runs.push(await train(client, { strategy, seed, problems, points: POINTS }));
  }
  lines.push({ ...line, runs });
}
await client.close();
await server.drain();

writeFileSync(output, plot(lines));
const rows = lines.map(({ name, runs }) => {
  const whole = runs.flatMap((run) => run.slice(1));
  const ends = runs.map((run) => run[run.length - 1].skill);
  return [
    name,
    mean(ends).toFixed(1),
    mean(whole.map(({ accuracy }) => accuracy)).toFixed(2),
    mean(whole.map(({ teaching }) => teaching)).toFixed(2),
  ];
});
const HEAD = ["problems of", "skill at the end", "accuracy", "groups whose outputs differ"];
for (const row of [HEAD, HEAD.map(() => "---"), ...rows]) {
  process.stdout.write(`| ${row.join(" | ")} |
`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError("a number from 1");
  return count;
}
