import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Counts, formatCounts, readReport } from "./counts.ts";
import type { Phase } from "./phases.ts";

/** After so much silence the phase's name and time are shown: nothing hangs unseen. */
const SILENCE_MS = 30_000;

/**
 * Runs a phase and shows what it prints.
 * @param folder where its report may stand
 * @returns its counts; a phase that fails otherwise than by a test counts as one failed test
 */
export async function runPhase(phase: Phase, folder: string): Promise<Counts> {
  const begin = performance.now();
  const seconds = () => `${Math.round((performance.now() - begin) / 1000)} s`;
  const report = join(folder, `${phase.name}.xml`);
  console.log(`\n== ${phase.name}: ${phase.about}`);
  const ended = await show(phase.command(report), () =>
    console.log(`== ${phase.name}: still at work after ${seconds()}`),
  );
  const counts = await readFile(report, "utf8").then(readReport, () => undefined);
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const isBroken = ended !== "0" && failed === 0;
  const missed = ended === "0" && passed === 0 && !phase.isPreparation;
  if (isBroken) console.log(`== ${phase.name}: ended with ${ended} outside of its tests`);
  if (missed) console.log(`== ${phase.name}: ran no test`);
  const result = { passed, failed: failed + Number(isBroken || missed), skipped };
  const came = phase.isPreparation ? "done" : formatCounts([result]);
  console.log(`== ${phase.name}: ${came} in ${seconds()}`);
  return result;
}

/** Runs a command, passes on what it prints, and tells of silence; its exit code or signal. */
function show([program, ...args]: readonly string[], onSilence: () => void): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const silence = setInterval(onSilence, SILENCE_MS);
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on("data", (data: Buffer) => {
        silence.refresh();
        to.write(data);
      });
    }
    const stop = () => child.kill("SIGTERM");
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
    const end = (how: string) => {
      clearInterval(silence);
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
      resolve(how);
    };
    child.on("error", ({ message }) => end(message));
    child.on("close", (code, signal) => end(String(code ?? signal)));
  });
}
