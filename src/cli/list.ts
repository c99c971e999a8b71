import type { Command } from "commander";
import { unfit } from "./misuse.ts";

/** `rlve-gym list`: the environments. */
export function addCommand(program: Command): void {
  program
    .command("list")
    .description("List the environments: identifier, family and title, or all as JSON.")
    .option("--family <family>", "only this family, such as graphs")
    .option("--json", "a JSON line an environment: identifier, title, family, summary")
    .action(list);
}

async function list({ family, json }: { family?: string; json?: boolean }): Promise<void> {
  const { environments } = await import("../environments/registry.ts");
  const families = [...new Set([...environments.values()].map((listed) => listed.family))];
  if (family !== undefined && !families.includes(family)) {
    throw unfit("--family", family, families.join(", "));
  }
  const chosen = [...environments.values()].filter(
    (environment) => family === undefined || environment.family === family,
  );
  const width = Math.max(...chosen.map(({ id }) => id.length));
  for (const { id, title, family, summary } of chosen) {
    process.stdout.write(
      json
        ? `${JSON.stringify({ id, title, family, summary })}\n`
        : `${id.padEnd(width)}  ${family.padEnd(12)}  ${title}\n`,
    );
  }
}
