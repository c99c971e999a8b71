/// <reference types="vite/types/importMeta.d.ts" />
import { expect, test } from "vitest";
import { environments, type RegisteredEnvironment } from "../../../src/environments/registry.ts";
import { Random } from "../../../src/environments/toolkit/random/random.ts";
import type { BruteForce } from "./brute-force.ts";

const INSTANCES = 20;

const modules = import.meta.glob<Record<string, BruteForce>>("./*/*.ts", { eager: true });
const checks = new Map(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .map((check) => [check.id, check]),
);

test("each check is of a registered environment", () => {
  expect([...checks.keys()].filter((id) => !environments.has(id))).toEqual([]);
});

for (const environment of environments.values()) {
  test(`${environment.id}: gold and solve agree with brute force on small instances`, () => {
    const check = checks.get(environment.id);
    if (check === undefined) throw new Error(`no ${environment.family}/….ts checks it`);
    for (let seed = 0; seed < INSTANCES; seed++) {
      const instance = drawSmall(environment, check, seed);
      check.check(instance, environment.solve(instance));
    }
  });
}

function drawSmall(environment: RegisteredEnvironment, { parameters }: BruteForce, seed: number) {
  const set = environment.parameters.parse(parameters[seed % parameters.length]);
  return environment.generate(set, new Random(`${environment.id}/brute force/${seed}`));
}
