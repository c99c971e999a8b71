import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEnvironments, environmentsDoc } from "../../scripts/describe-environments.ts";
import { protocolDoc, renewExamples } from "../../scripts/protocol-examples.ts";
import {
  manifestFile,
  readmeFile,
  renewManifest,
  renewReadme,
} from "../../scripts/renew-figures.ts";
import { environments } from "../../src/environments/registry.ts";
import { startTestServer } from "../server/harness.ts";

const read = (file: URL) => readFileSync(file, "utf8");

test("docs/protocol.md: a server still gives the replies shown (npm run docs)", async () => {
  const { url } = await startTestServer();
  const page = read(protocolDoc);
  expect(page.match(/```json request/g)?.length).toBeGreaterThan(8);
  expect(await renewExamples(page, url)).toBe(page);
});

test("docs/environments.md is current (npm run docs)", () => {
  expect(describeEnvironments()).toBe(read(environmentsDoc));
});

test("README.md and openenv.yaml have the current figures (npm run docs)", () => {
  expect(renewReadme(read(readmeFile))).toBe(read(readmeFile));
  expect(read(readmeFile)).toContain(`**${environments.size} environments**`);
  expect(renewManifest(read(manifestFile))).toBe(read(manifestFile));
});

test("every file that the pages name exists", () => {
  for (const page of ["README.md", "CONTRIBUTING.md"]) {
    const text = read(new URL(`../../${page}`, import.meta.url));
    for (const [, file] of text.matchAll(/[`(]((?:src|docs|python)\/[\w/.-]+\.\w+)[`)]/g)) {
      expect(
        () => read(new URL(`../../${file}`, import.meta.url)),
        `${page}: ${file}`,
      ).not.toThrow();
    }
  }
});
