import { createHash } from "node:crypto";
import { environments, type RegisteredEnvironment } from "../../src/environments/registry.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import { stringifyJson } from "../../src/protocol/lossless.ts";

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

/** The digests of all environments by identifier, in alphabetical order. */
export function digestAll(): Record<string, string> {
  const byId = [...environments.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(byId.map((environment) => [environment.id, digest(environment)]));
}
