import { readFileSync } from "node:fs";
import { Command } from "commander";
import { type Strain, strains } from "./strains.ts";
import { type Harm, startTarget } from "./target.ts";

/** How long the event loop may be held. */
const MAX_HOLD_MS = 100;

await new Command("strain")
  .description(
    "Sends what is as large as it may be to the built server (npm run build), a fresh one for each strain, and reports the longest wait of a healthy session's ping and the peak of memory of the server and its workers.",
  )
  .option("--only <text>", "only strains whose names hold it", "")
  .action(run)
  .parseAsync();

async function run({ only }: { readonly only: string }): Promise<void> {
  const maxMiB = statedMemory();
  console.log(`targets: hold below ${MAX_HOLD_MS} ms, memory below ${maxMiB} MiB`);
  for (const strain of strains.filter(({ name }) => name.includes(only))) {
    const harm = await measure(strain);
    const { worstHoldMs, worstPingMs, pingerLateMs, peakMiB, seconds } = harm;
    const isMet = worstHoldMs < MAX_HOLD_MS && peakMiB < maxMiB;
    if (!isMet) process.exitCode = 1;
    console.log(
      `${isMet ? "met   " : "missed"} ${strain.name}: loop held ${worstHoldMs} ms, ping ${worstPingMs} ms (pinger late ${pingerLateMs} ms), ${peakMiB} MiB, ${seconds} s`,
    );
  }
}

async function measure({ settings = {}, run }: Strain): Promise<Harm> {
  const target = await startTarget(settings);
  try {
    return await target.measure(() => run(target.url));
  } finally {
    await target.close();
  }
}

/** What openenv.yaml says that a server takes. */
function statedMemory(): number {
  const stated = readFileSync(new URL("../../openenv.yaml", import.meta.url), "utf8");
  return Number(/memory_mb: (\d+)/.exec(stated)?.[1]);
}
