import { Command } from "commander";
import { environments } from "../../src/environments/registry.ts";
import { Random } from "../../src/environments/toolkit/random/random.ts";
import { fuzzConfigs } from "./configs.ts";
import { fuzzFrames } from "./frames.ts";
import { startVictim } from "./victim.ts";

interface Flags {
  readonly frames: string;
  readonly configs: string;
  readonly seed: string;
}

await new Command("fuzz")
  .description(
    "Sends mutated frames in both encodings and mutated stored problems of all environments to a server in a process of its own, and reports what came back and how long a healthy session waited.",
  )
  .option("--frames <count>", "how many frames", "1000000")
  .option("--configs <count>", "how many stored problems", "20000")
  .option("--seed <text>", "determines all mutations", "fuzz")
  .action(fuzz)
  .parseAsync();

async function fuzz({ frames, configs, seed }: Flags): Promise<void> {
  const victim = await startVictim();
  try {
    const report = {
      frames: await fuzzFrames(victim, Number(frames), new Random(`${seed} frames`)),
      configs: await fuzzConfigs(
        victim,
        environments,
        Number(configs),
        new Random(`${seed} configs`),
      ),
      ...victim.measure(),
    };
    console.log(JSON.stringify(report, null, 2));
    if (!report.isAlive || report.configs.failures.length > 0) process.exitCode = 1;
  } finally {
    await victim.close();
  }
}
