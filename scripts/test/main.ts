/**
 * Runs tests phase by phase, and ends with one line for all of them: `12 passed, 0 failed`.
 *
 *   tsx scripts/test/main.ts server python
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, formatCounts } from "./counts.ts";
import { type Need, type Phase, phases } from "./phases.ts";
import { runPhase } from "./run-phase.ts";

const chosen = process.argv.slice(2).map(findPhase);
const missing = chosen.flatMap(({ needs = [] }) => needs.filter((need) => !provide(need)));
if (missing.length > 0) {
  for (const need of missing) console.error(need.missing);
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "rlve-gym-tests-"));
const counts: Counts[] = [];
try {
  for (const phase of chosen) counts.push(await runPhase(phase, folder));
} finally {
  await rm(folder, { recursive: true });
}
console.log(`\n${formatCounts(counts)}`);
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;

function findPhase(name: string): Phase {
  const phase = phases.find((candidate) => candidate.name === name);
  if (phase === undefined) {
    console.error(`no phase ${name}; there are ${phases.map((each) => each.name).join(", ")}`);
    process.exit(2);
  }
  return phase;
}

/** Looks for what a phase needs, or installs it, and lets the phase find it. */
function provide({ candidates, variable, install = [] }: Need): boolean {
  const find = () => candidates.find((command) => succeeds(command));
  const found = find() ?? (install.length > 0 && install.every(succeeds) ? find() : undefined);
  if (found && variable) process.env[variable] = found[0];
  return found !== undefined;
}

function succeeds([program, ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
