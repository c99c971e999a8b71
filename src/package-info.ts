import { readFileSync } from "node:fs";
import { packageRoot } from "./root.ts";

export const packageInfo = JSON.parse(
  readFileSync(new URL("package.json", packageRoot), "utf8"),
) as {
  readonly name: string;
  readonly version: string;
  readonly description: string;
};

/** The text of README.md; null where it was not installed. */
export function readReadme(): string | null {
  try {
    return readFileSync(new URL("README.md", packageRoot), "utf8");
  } catch {
    return null;
  }
}
