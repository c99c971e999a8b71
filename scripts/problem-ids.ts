import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { environments } from "../src/environments/registry.ts";

const root = new URL("../", import.meta.url);

/** Where problem ids are written out: in pages, examples and tests. */
const PLACES = ["README.md", "docs", "examples", "python", "scripts", "src", "test"];

const TEXTS = new Set([".md", ".py", ".ts"]);

const PROBLEM_ID = /\b([A-Za-z]\w*)@(\d+)(?=\/)/g;

/** The files in which problem ids are of their environments' current versions. */
export function filesWithProblemIds(): string[] {
  return PLACES.flatMap((place) => filesIn(fileURLToPath(new URL(place, root))));
}

/**
 * The text with the problem ids of earlier versions raised to the current ones. Ids of later
 * versions stay: a test or a page shows by them what is refused.
 */
export function renewProblemIds(text: string): string {
  return text.replace(PROBLEM_ID, (id, name: string, version: string) => {
    const current = environments.get(name)?.version ?? 0;
    return Number(version) < current ? `${name}@${current}` : id;
  });
}

function filesIn(place: string): string[] {
  if (statSync(place).isFile()) return TEXTS.has(extname(place)) ? [place] : [];
  // What begins with a dot is of tools: virtual environments, caches.
  return readdirSync(place)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => filesIn(join(place, name)));
}
