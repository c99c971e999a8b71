import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { batches } from "./batches.ts";
import { repository } from "./built.ts";
import { curricula } from "./curricula.ts";
import { environments } from "./environments.ts";
import { eventLoop } from "./event-loop.ts";
import { isMet, type Measurement, type Section, shareOf } from "./measurement.ts";
import { isPinned, pinLoad } from "./processes.ts";
import { formatTable } from "./report.ts";
import { sessions } from "./sessions.ts";
import { severalServers } from "./several-servers.ts";
import { sockets } from "./sockets.ts";
import { startup } from "./startup.ts";
import { transports } from "./transports.ts";

const measurements: readonly Measurement[] = [
  environments,
  sockets,
  batches,
  severalServers,
  sessions,
  transports,
  curricula,
  startup,
  eventLoop,
];

interface Flags {
  readonly quick?: true;
  readonly all?: true;
  readonly json?: string;
  readonly build: boolean;
}

const names = measurements.map(({ name, help }) => `  ${name.padEnd(14)}${help}`).join("\n");
await new Command("bench")
  .description("Measures the built server beside baselines, and prints a table of all figures.")
  .argument("[measurements...]", "which to run; default: all")
  .option("--quick", "shorter and fewer rounds, fewer sessions")
  .option("--all", "show all environments instead of the slowest ten")
  .option("--json <file>", "also write the results to a file")
  .option("--no-build", "measure what is in dist as it is")
  .addHelpText("after", `\nMeasurements:\n${names}`)
  .action(bench)
  .parseAsync();

async function bench(chosen: readonly string[], flags: Flags): Promise<void> {
  const unknown = chosen.find((name) => !measurements.some((other) => other.name === name));
  if (unknown !== undefined) fail(`there is no measurement ${unknown}; see --help`);
  if (flags.build) build();
  pinLoad();
  const machine = describeMachine();
  process.stderr.write(`${machine.text}\n`);
  const sections: Section[] = [];
  for (const { name, run } of measurements) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const report = (what: string) => process.stderr.write(`${name}: ${what}\n`);
    sections.push(...(await run({ quick: flags.quick ?? false, report })));
  }
  const loadAfter = loadavg()[0];
  console.log(`\n${formatTable(sections, flags.all ?? false)}`);
  console.log(`${machine.text}; load at the end ${loadAfter.toFixed(1)}`);
  if (flags.json !== undefined) {
    const { text: _, ...about } = machine;
    const results = {
      ...about,
      loadAfter,
      quick: flags.quick ?? false,
      sections: toJson(sections),
    };
    writeFileSync(flags.json, `${JSON.stringify(results, null, 2)}\n`);
  }
  process.exit();
}

function build(): void {
  const cwd = fileURLToPath(repository);
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd, stdio: "inherit" });
  if (status !== 0) fail("the build failed; --no-build measures what is in dist as it is");
}

function describeMachine() {
  const [load] = loadavg();
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const cores = cpus().length;
  const pinning = isPinned ? "server on core 0, load on core 1" : "processes not bound to cores";
  const text = `${cores} × ${model}, node ${process.version}, ${pinning}; load before ${load.toFixed(1)}`;
  return {
    date: new Date().toISOString(),
    node: process.version,
    model,
    cores,
    isPinned,
    load,
    text,
  };
}

function toJson(sections: readonly Section[]) {
  return sections.map(({ title, baseline, figures }) => ({
    title,
    baseline,
    figures: figures.map((figure) => ({
      ...figure,
      share: shareOf(figure),
      isMet: isMet(figure),
    })),
  }));
}

function fail(message: string): never {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}
