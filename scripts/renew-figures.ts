import { formatDefault, settings } from "../src/config.ts";
import { environments } from "../src/environments/registry.ts";
import { countTasks } from "../src/requests/tasks.ts";

/** The page that holds the table of settings, between two comments, and the number of environments. */
export const readmeFile = new URL("../README.md", import.meta.url);

/** OpenEnv's manifest, which declares how many tasks there are. */
export const manifestFile = new URL("../openenv.yaml", import.meta.url);

const TABLE = /(<!-- settings -->\n).*?(<!-- \/settings -->)/s;
const ENVIRONMENTS = /\*\*\S+ environments\*\*/;
const TASKS = /declared_task_count: \{.*\}/;

/** The README with the settings and the number of environments as the code has them. */
export function renewReadme(readme: string): string {
  const rows = Object.values(settings).map(({ variable, flag, default: value, help, allowed }) => {
    const shown = formatDefault(value) === "none" ? "none" : `\`${value}\``;
    return `| \`${variable}\` | \`--${flag}\` | ${shown} | ${help} (${allowed}) |`;
  });
  const table = ["| variable | flag | default | |", "|---|---|---|---|", ...rows, ""].join("\n");
  return readme
    .replace(TABLE, (_table, start, end) => `${start}${table}${end}`)
    .replace(ENVIRONMENTS, `**${environments.size} environments**`);
}

/** The manifest with the numbers of tasks as the server counts them. */
export function renewManifest(manifest: string): string {
  const [train, test] = (["train", "test"] as const).map((split) =>
    countTasks(split, environments),
  );
  return manifest.replace(TASKS, `declared_task_count: { train: ${train}, test: ${test} }`);
}
