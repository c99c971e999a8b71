import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import {
  chooseEnvironments,
  listEnvironments,
  type NamedEnvironments,
  namesPreset,
} from "../../src/quality/choose-environments.ts";
import { loadFigures } from "../../src/quality/figures.ts";
import { chanceOf, leastDistinct } from "../../src/quality/judgements.ts";

const published = await loadFigures();

async function choose(
  named: NamedEnvironments,
  levels: readonly number[] = [0],
): Promise<string[]> {
  const chosen = await listEnvironments(named, environments, levels);
  if (isFailure(chosen)) throw new Error(chosen.message);
  return chosen.map(({ id }) => id);
}

function rowOf(id: string, level: number) {
  const environment = environments.get(id);
  const row =
    environment && published.of(environment)?.levels.findLast((one) => one.level <= level);
  if (row === undefined) throw new Error(`no figures of ${id}`);
  return row;
}

test("presets have the environments of which their figures say so, and no others", async () => {
  const guessless = await choose(["no-guessing"], [3]);
  expect(guessless).toContain("Sorting");
  expect(guessless.length).toBeLessThan(environments.size);
  const others = (await choose("all")).filter((id) => !guessless.includes(id));
  expect(guessless.every((id) => chanceOf(rowOf(id, 3)) < 0.05)).toBe(true);
  expect(others.every((id) => chanceOf(rowOf(id, 3)) >= 0.05)).toBe(true);
  expect((await choose(["short-answers"])).every((id) => rowOf(id, 0).mostAnswerTokens <= 32)).toBe(
    true,
  );
  for (const id of await choose(["diverse"])) {
    expect(leastDistinct({ levels: [rowOf(id, 0)] }, 0), id).toBeGreaterThan(100_000);
  }
});

test("a level in the name goes before the levels asked for, of which all count", async () => {
  expect(await choose(["no-guessing@3"], [0])).toEqual(await choose(["no-guessing"], [3]));
  const third = await choose(["no-guessing@3"]);
  const both = (await choose(["no-guessing"], [0])).filter((id) => third.includes(id));
  expect(await choose(["no-guessing"], [0, 3])).toEqual(both);
});

test("names with + are those that are in all of them, and names of a list add up", async () => {
  const graphs = await choose(["family:graphs"]);
  const guessless = await choose(["no-guessing"], [6]);
  expect(await choose(["family:graphs+no-guessing"], [6])).toEqual(
    graphs.filter((id) => guessless.includes(id)),
  );
  expect(await choose(["family:graphs no-guessing"], [6])).toEqual(
    await choose(["family:graphs+no-guessing"], [6]),
  );
  expect(await choose(["Sorting", "family:graphs"])).toHaveLength(graphs.length + 1);
});

test("sets have weights, and what is named itself goes before them", async () => {
  const weights = await chooseEnvironments({ Sorting: 3, "no-guessing@6": 0.5 }, environments, [0]);
  if (isFailure(weights)) throw new Error(weights.message);
  expect(weights.get("Sorting")).toBe(3);
  expect(new Set(weights.values())).toEqual(new Set([3, 0.5]));
});

test.for<[string, string]>([
  [
    "no-gessing",
    "There is no preset 'no-gessing'. The presets are short-answers, no-guessing, diverse",
  ],
  ["no-guessing@x", "There is no preset 'no-guessing@x'."],
  ["family:graph", "There is no family 'graph'. The families are algebra,"],
  ["family:graphs+family:trees", "No environment is in 'family:graphs+family:trees' at level 0."],
  ["Sortng", "Did you mean 'Sorting'?"],
  ["", "Unknown environment ''."],
  [Array(65).fill("diverse").join("+"), "At most 64 families and presets may be named at once."],
])("%s is refused: %s", async ([name, message]) => {
  expect(await listEnvironments([name], environments, [0])).toMatchObject({
    failure: "invalid",
    message: expect.stringContaining(message),
  });
});

test("whether names depend on figures", async () => {
  expect(namesPreset(["Sorting", "family:graphs"])).toBe(false);
  expect(namesPreset("all")).toBe(false);
  expect(namesPreset({ "family:graphs+diverse": 1 })).toBe(true);
});
