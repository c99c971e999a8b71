/** Prints the digests of the environments that standard input names, as this process finds them. */
import { readFileSync } from "node:fs";
import { environments } from "../../src/environments/registry.ts";
import { fromRow } from "../../src/quality/columns.ts";
import type { Found } from "./compare.ts";
import { digestLevel } from "./digest.ts";
import { readFigures } from "./figures-file.ts";

const ids: string[] = JSON.parse(readFileSync(process.stdin.fd, "utf8"));
const { environments: published } = readFigures();
const digests = ids.map((id) => {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`no environment ${id}`);
  return [id, published[id].levels.map((row) => digestLevel(environment, fromRow(row)))] as const;
});
const found: Found = { version: process.versions.node, digests: Object.fromEntries(digests) };
process.stdout.write(JSON.stringify(found));
