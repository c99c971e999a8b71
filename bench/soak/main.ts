import { Command } from "commander";
import { importBuilt } from "../built.ts";
import { toEncodings } from "../load/session.ts";
import { type ServerProcess, startServer } from "../processes.ts";
import { countLeak } from "./leak.ts";
import { describeSamples, type Sample, slopeOf, watch } from "./samples.ts";
import { createTraffic } from "./traffic.ts";

/** What the server may have of sessions beyond those of the soak: the one that looks at metrics. */
const SPARE_SESSIONS = 100;

await new Command("soak")
  .description(
    "Runs the built server (npm run build) for long under sessions that step, verify batches, reconnect and have slow problems generated, and prints memory, files and latencies as they go; then opens and closes many sessions and prints what each of them leaves behind.",
  )
  .option("--minutes <minutes>", "how long", Number, 20)
  .option("--sessions <count>", "how many at once", Number, 1000)
  .option("--leak <count>", "how many sessions to open and close at the end", Number, 100_000)
  .action(run)
  .parseAsync();

interface Flags {
  readonly minutes: number;
  readonly sessions: number;
  readonly leak: number;
}

async function run({ minutes, sessions, leak }: Flags): Promise<void> {
  const server = await startServer(["--max-sessions", String(sessions + SPARE_SESSIONS)], true);
  try {
    if (minutes > 0) printSamples(await soak(server, minutes, sessions));
    if (leak > 0) console.log(await countLeak(server, leak));
  } finally {
    await server.stop();
  }
}

async function soak(server: ServerProcess, minutes: number, sessions: number): Promise<Sample[]> {
  const built = await importBuilt();
  const [encoding] = toEncodings(built);
  const traffic = createTraffic(server.port, built, encoding);
  const end = performance.now() + minutes * 60_000;
  const running = Promise.all(
    Array.from({ length: sessions }, (_, index) => traffic.run(index, end)),
  );
  const samples = await watch(server, traffic, end, (line) => console.error(line));
  await running;
  return samples;
}

function printSamples(samples: readonly Sample[]): void {
  console.log(describeSamples(samples));
  // In the first half memory finds its level: problems are kept, the heap grows to its size.
  const slope = slopeOf(samples.slice(Math.floor(samples.length / 2)));
  console.log(`memory of the server, second half: ${slope.toFixed(1)} MiB an hour`);
}
