import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { digest, digestFile, digestFolder } from "./digest.ts";
import { familiesOf } from "./families.ts";

const families = familiesOf(environments);

test("each family has its file of digests (npm run renew)", () => {
  const files = readdirSync(digestFolder).map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual([...families.keys()].sort());
});

describe.for([...families])("%s", ([family, members]) => {
  const recorded = JSON.parse(readFileSync(digestFile(family), "utf8"));

  test(`the digests of ${family} name exactly its environments (npm run renew)`, () => {
    expect(Object.keys(recorded)).toEqual(members.map(({ id }) => id).sort());
  });

  test.for(members)(
    "$id: problems are as released, in this process as in the one that ran npm run renew",
    (environment) => {
      expect(
        digest(environment),
        "If the change is intended, raise the environment's version and run npm run renew.",
      ).toBe(recorded[environment.id]);
    },
  );
});
