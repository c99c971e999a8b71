import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEnvironments, environmentsDoc } from "../../scripts/describe-environments.ts";
import { readmeFile, renewSettings } from "../../scripts/describe-settings.ts";
import { protocolDoc, renewExamples } from "../../scripts/protocol-examples.ts";
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

test("README.md: the settings and the number of environments are current (npm run docs)", () => {
  const readme = read(readmeFile);
  expect(renewSettings(readme)).toBe(readme);
  expect(readme).toContain(`**${environments.size} environments**`);
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
