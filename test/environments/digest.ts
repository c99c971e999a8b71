import { createHash } from "node:crypto";
import type { RegisteredEnvironment } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { stringifyJson } from "../../src/protocol/codecs/lossless.ts";

/** Where the digests are kept, a file a family. */
export const digestFolder = new URL("digests/", import.meta.url);

/** The file of a family's digests. */
export function digestFile(family: string): URL {
  return new URL(`${family}.json`, digestFolder);
}

/** A digest of the first instances and prompts of an environment, of several levels. */
export function digest(environment: RegisteredEnvironment): string {
  const hash = createHash("sha256");
  for (const level of [0, 1, 2, 5, 9]) {
    for (const seed of [0, 1, 2]) {
      const { id, instance, prompt } = generateProblem(environment, level, seed);
      hash.update(stringifyJson([id, instance, prompt]));
    }
  }
  return hash.digest("hex").slice(0, 24);
}

/** The digests of a family's environments by identifier, in alphabetical order, as its file. */
export function digestFamily(members: readonly RegisteredEnvironment[]): string {
  const byId = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
  const digests = Object.fromEntries(byId.map((member) => [member.id, digest(member)]));
  return `${JSON.stringify(digests, null, 2)}\n`;
}
