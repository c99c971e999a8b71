import type { Command } from "commander";
import { unfit } from "./misuse.ts";
import { levelsOf } from "./options.ts";

interface ListOptions {
  readonly family?: string;
  readonly levels: readonly number[];
  readonly json?: boolean;
}

/** `rlve-gym list`: the environments. */
export function addCommand(program: Command): void {
  program
    .command("list")
    .description("List the environments: identifier, family and title, or all as JSON.")
    .argument("[names...]", "only these: identifiers, families and presets (family:graphs+diverse)")
    .option("--family <family>", "only this family, such as graphs")
    .option(
      "--levels <levels>",
      "where presets must hold, such as 0-4,8",
      levelsOf("--levels"),
      [0],
    )
    .option("--json", "a JSON line an environment: identifier, title, family, summary")
    .action(list);
}

async function list(
  names: readonly string[],
  { family, levels, json }: ListOptions,
): Promise<void> {
  const { environments } = await import("../environments/registry.ts");
  const { choose } = await import("./choose.ts");
  const families = [...new Set([...environments.values()].map((listed) => listed.family))];
  if (family !== undefined && !families.includes(family)) {
    throw unfit("--family", family, families.join(", "));
  }
  const named = names.length > 0 ? await choose(names, levels) : [...environments.values()];
  const chosen = named.filter(
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
