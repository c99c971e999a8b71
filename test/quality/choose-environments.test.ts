import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import {
  chooseEnvironments,
  listEnvironments,
  type NamedEnvironments,
  namesPreset,
} from "../../src/quality/choose-environments.ts";
import { qualityOf } from "../../src/quality/figures.ts";
import { chanceOf, leastDistinct } from "../../src/quality/judgements.ts";

function choose(named: NamedEnvironments, levels: readonly number[] = [0]): string[] {
  const chosen = listEnvironments(named, environments, levels);
  if (isFailure(chosen)) throw new Error(chosen.message);
  return chosen.map(({ id }) => id);
}

function rowOf(id: string, level: number) {
  const environment = environments.get(id);
  const row = environment && qualityOf(environment)?.levels.findLast((one) => one.level <= level);
  if (row === undefined) throw new Error(`no figures of ${id}`);
  return row;
}

test("presets have the environments of which their figures say so, and no others", () => {
  const guessless = choose(["no-guessing"], [3]);
  expect(guessless).toContain("Sorting");
  expect(guessless.length).toBeLessThan(environments.size);
  const others = choose("all").filter((id) => !guessless.includes(id));
  expect(guessless.every((id) => chanceOf(rowOf(id, 3)) < 0.05)).toBe(true);
  expect(others.every((id) => chanceOf(rowOf(id, 3)) >= 0.05)).toBe(true);
  expect(choose(["short-answers"]).every((id) => rowOf(id, 0).mostAnswerTokens <= 32)).toBe(true);
  for (const id of choose(["diverse"])) {
    expect(leastDistinct({ levels: [rowOf(id, 0)] }, 0), id).toBeGreaterThan(100_000);
  }
});

test("a level in the name goes before the levels asked for, of which all count", () => {
  expect(choose(["no-guessing@3"], [0])).toEqual(choose(["no-guessing"], [3]));
  const both = choose(["no-guessing"], [0]).filter((id) => choose(["no-guessing@3"]).includes(id));
  expect(choose(["no-guessing"], [0, 3])).toEqual(both);
});

test("names with + are those that are in all of them, and names of a list add up", () => {
  const graphs = choose(["family:graphs"]);
  const guessless = choose(["no-guessing"], [6]);
  expect(choose(["family:graphs+no-guessing"], [6])).toEqual(
    graphs.filter((id) => guessless.includes(id)),
  );
  expect(choose(["Sorting", "family:graphs"])).toHaveLength(graphs.length + 1);
});

test("sets have weights, and what is named itself goes before them", () => {
  const weights = chooseEnvironments({ Sorting: 3, "no-guessing@6": 0.5 }, environments, [0]);
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
])("%s is refused: %s", ([name, message]) => {
  expect(listEnvironments([name], environments, [0])).toMatchObject({
    failure: "invalid",
    message: expect.stringContaining(message),
  });
});

test("whether names depend on figures", () => {
  expect(namesPreset(["Sorting", "family:graphs"])).toBe(false);
  expect(namesPreset("all")).toBe(false);
  expect(namesPreset({ "family:graphs+diverse": 1 })).toBe(true);
});
