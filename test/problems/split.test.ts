import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { generateProblem } from "../../src/problems/problem.ts";
import type { Split } from "../../src/problems/split.ts";
import { generateInSplit } from "../../src/problems/split-search.ts";
import { fromStored, toStored } from "../../src/problems/stored.ts";

const problems = createInProcessProblems({ registry: environments });

function find(id: string) {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`${id} is not registered`);
  return environment;
}

async function draw(environment: string, difficulty: number, seed: number, split: Split) {
  const problem = await generateInSplit(problems, { environment, difficulty, seed, split });
  if (isFailure(problem)) throw new Error(problem.message);
  return problem;
}

test("the split of a problem is a function of its content: a stored one has the same", () => {
  const environment = find("Sorting");
  for (let seed = 0; seed < 50; seed++) {
    const problem = generateProblem(environment, 3, seed);
    const text = `Sorting\n${problem.prompt}`;
    const digest = createHash("sha256").update(text, "utf8").digest();
    expect(problem.split).toBe(digest[0] < 32 ? "test" : "train");
    const stored = fromStored(environment, toStored(problem));
    if (isFailure(stored)) throw new Error(stored.message);
    expect(stored.split).toBe(problem.split);
  }
});

test("one in eight is for tests", () => {
  const environment = find("Sorting");
  const splits = Array.from(
    { length: 4000 },
    (_, seed) => generateProblem(environment, 6, seed).split,
  );
  const share = splits.filter((split) => split === "test").length / splits.length;
  // Four standard deviations.
  expect(Math.abs(share - 1 / 8)).toBeLessThan(0.021);
});

test("problems of the other split are passed over", async () => {
  const splits = Array.from(
    { length: 100 },
    (_, seed) => generateProblem(find("Sorting"), 3, seed).split,
  );
  for (const split of ["train", "test"] as const) {
    for (const seed of [0, 7, 20]) {
      const { id } = await draw("Sorting", 3, seed, split);
      expect(id).toBe(generateProblem(find("Sorting"), 3, splits.indexOf(split, seed)).id);
    }
  }
});

test("where a level has no problem of a split that is said, or one of a higher level is drawn", async () => {
  // Its only problem of this level is one to train on.
  const target = { environment: "BitAndZero_PathCounting", difficulty: 0, seed: 3 };
  const none = await generateInSplit(problems, { ...target, split: "test" });
  expect(none).toEqual({
    failure: "failed",
    message:
      "BitAndZero_PathCounting has no problem of test at difficulty 0 among the 64 seeds from 3 on.",
  });
  const higher = await generateInSplit(problems, { ...target, split: "test", mayRise: true });
  if (isFailure(higher)) throw new Error(higher.message);
  expect(higher.difficulty).toBeGreaterThan(0);
  expect(higher.split).toBe("test");
});

test("a problem that cannot be generated ends the search", async () => {
  const failure = { failure: "failed", message: "Generation passed its deadline" } as const;
  let draws = 0;
  const failing = {
    cached: () => undefined,
    generate: () => {
      draws++;
      return failure;
    },
  };
  const target = { environment: "Sorting", difficulty: 0, seed: 0, split: "test" } as const;
  expect(await generateInSplit(failing, target)).toBe(failure);
  expect(draws).toBe(1);
});
