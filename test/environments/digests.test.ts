import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { digest } from "./digest.ts";

const recorded = JSON.parse(readFileSync(new URL("digests.json", import.meta.url), "utf8"));

test("the digests name exactly the registered environments (npm run digests)", () => {
  expect(Object.keys(recorded)).toEqual([...environments.keys()].sort());
});

test.for([...environments.values()])(
  "$id: problems are as released, in this process as in the one that ran npm run digests",
  (environment) => {
    expect(
      digest(environment),
      "If the change is intended, raise the environment's version and run npm run digests.",
    ).toBe(recorded[environment.id]);
  },
);
