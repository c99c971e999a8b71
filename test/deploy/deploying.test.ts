import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findMisspelt } from "../../src/config.ts";

const page = new URL("../../docs/deploying.md", import.meta.url);
const text = readFileSync(page, "utf8");

test("the files and settings that docs/deploying.md names are there", () => {
  const links = [...text.matchAll(/\]\((?!https:)([^)#]+)[^)]*\)/g)].map(([, link]) => link);
  const files = [...text.matchAll(/`(deploy\/[^`]*)`/g)].map(([, file]) => `../${file}`);
  const overlays = [...text.matchAll(/`(base|overlays\/\w+)`/g)].map(
    ([, folder]) => `../deploy/kubernetes/${folder}/kustomization.yaml`,
  );
  expect(overlays).toHaveLength(3);
  expect(links.length + files.length).toBeGreaterThan(6);
  for (const path of [...links, ...files, ...overlays]) {
    expect(existsSync(new URL(path, page)), path).toBe(true);
  }
  const variables = [...text.matchAll(/\bRLVEGYM_\w+/g)].map(([name]) => [name, "some"]);
  expect(variables.length).toBeGreaterThan(5);
  expect(findMisspelt(Object.fromEntries(variables))).toEqual([]);
});
