import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  describeFamilies,
  describeFamily,
  environmentsPage,
  familyPage,
} from "../../scripts/describe-environments.ts";
import { filesWithProblemIds, renewProblemIds } from "../../scripts/problem-ids.ts";
import { protocolDoc, renewExamples } from "../../scripts/protocol-examples.ts";
import { qualityPages } from "../../scripts/quality/pages.ts";
import {
  manifestFile,
  readmeFile,
  renewManifest,
  renewReadme,
} from "../../scripts/renew-figures.ts";
import { environments } from "../../src/environments/registry.ts";
import { loadFigures } from "../../src/quality/figures.ts";
import { familiesOf } from "../environments/families.ts";
import { startTestServer } from "../server/harness.ts";

const read = (file: URL | string) => readFileSync(file, "utf8");

test("docs/protocol.md: a server still gives the replies shown (npm run renew)", async () => {
  const { url } = await startTestServer();
  const page = read(protocolDoc);
  expect(page.match(/```json request/g)?.length).toBeGreaterThan(8);
  expect(await renewExamples(page, url)).toBe(page);
});

test("docs/environments.md is current (npm run renew)", () => {
  expect(describeFamilies()).toBe(read(environmentsPage));
});

test.for([...familiesOf(environments)])(
  "docs/environments/%s.md is current (npm run renew)",
  ([family, members]) => {
    expect(describeFamily(family, members)).toBe(read(familyPage(family)));
  },
);

test("docs/quality.md and its tables are of the published figures (npm run quality)", async () => {
  const pages = [...qualityPages(await loadFigures())];
  for (const [page, text] of pages) expect(text, page).toBe(read(new URL(page)));
  const [, summary = ""] = pages[0] ?? [];
  expect(summary.match(/^\| \[\w+\]\(\S+\) \| (guessed|few|long)/gm)).toHaveLength(20);
});

test("README.md and openenv.yaml have the current figures (npm run renew)", () => {
  expect(renewReadme(read(readmeFile))).toBe(read(readmeFile));
  expect(renewManifest(read(manifestFile))).toBe(read(manifestFile));
});

test("problem ids in pages, examples and tests are of current versions (npm run renew)", () => {
  const outdated = filesWithProblemIds().filter((file) => {
    const text = read(file);
    return renewProblemIds(text) !== text;
  });
  expect(outdated).toEqual([]);
  const id = (version: number) => `Sorting@${version}/1/2`;
  expect(renewProblemIds(`${id(0)} ${id(999)}`)).toBe(
    `${id(environments.get("Sorting")?.version ?? 0)} ${id(999)}`,
  );
});

test("every file that the pages name exists", () => {
  for (const page of ["README.md", "CONTRIBUTING.md"]) {
    const text = read(new URL(`../../${page}`, import.meta.url));
    for (const [, file] of text.matchAll(
      /[`(]((?:src|test|scripts|docs|examples|bench|python)\/[\w/.-]+\.\w+)[`)]/g,
    )) {
      expect(
        () => read(new URL(`../../${file}`, import.meta.url)),
        `${page}: ${file}`,
      ).not.toThrow();
    }
  }
});
