import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { environments } from "../../src/environments/registry.ts";
import type { Figures } from "../../src/quality/figures.ts";
import { familiesOf } from "../../test/environments/families.ts";
import { describeFamily } from "./family-page.ts";
import { measuredOf } from "./measured.ts";
import { describeAll } from "./summary-page.ts";

/** The page that sums up what was measured. */
export const summaryPage = new URL("../../docs/quality.md", import.meta.url);

/** Where the families' tables are kept. */
const folder = new URL("../../docs/quality/", import.meta.url);

/** The page of a family's figures. */
export function qualityPage(family: string): URL {
  return new URL(`${family}.md`, folder);
}

/** The pages by their files, as figures make them. */
export function qualityPages(figures: Figures): Map<string, string> {
  const all = measuredOf([...environments.values()], figures);
  const families = [...familiesOf(environments)];
  const names = families.map(([family]) => family);
  const pages = families.map(([family, members]): [string, string] => [
    qualityPage(family).href,
    describeFamily(family, measuredOf(members, figures)),
  ]);
  return new Map([[summaryPage.href, describeAll(all, names)], ...pages]);
}

/** Writes the pages. */
export function writePages(figures: Figures): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [page, text] of qualityPages(figures)) writeFileSync(new URL(page), text);
}
