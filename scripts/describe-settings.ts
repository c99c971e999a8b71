import { settings } from "../src/config.ts";

/** The page that holds the table of settings, between two comments. */
export const readmeFile = new URL("../README.md", import.meta.url);

const TABLE = /(<!-- settings -->\n).*?(\n<!-- \/settings -->)/s;

/** The README with the table of settings as config.ts has them. */
export function renewSettings(readme: string): string {
  const rows = Object.values(settings).map(({ variable, flag, default: value, help, allowed }) => {
    const shown = value === null ? "none" : `\`${value}\``;
    return `| \`${variable}\` | \`--${flag}\` | ${shown} | ${help} (${allowed}) |`;
  });
  const table = ["| variable | flag | default | |", "|---|---|---|---|", ...rows].join("\n");
  return readme.replace(TABLE, (_table, start, end) => `${start}${table}${end}`);
}
