import { readFileSync } from "node:fs";

/** The package's own files, beside which this code is installed: readme, licence, package.json. */
const root = new URL("../", import.meta.url);

export const packageInfo = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  readonly name: string;
  readonly version: string;
  readonly description: string;
};

/** The text of README.md; null where it was not installed. */
export function readReadme(): string | null {
  try {
    return readFileSync(new URL("README.md", root), "utf8");
  } catch {
    return null;
  }
}
