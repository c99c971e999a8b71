import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Failure, isFailure } from "../../src/problems/failure.ts";
import { createInProcessProblems } from "../../src/problems/in-process.ts";
import { createPooledProblems } from "../../src/problems/pooled.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import type { Problems } from "../../src/problems/problems.ts";
import { STRICT } from "../../src/problems/reading/reading.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../../src/problems/verify.ts";
import { badWorkers } from "../built.ts";
import { environments } from "./worker-environments.ts";

const rule = { markers: DEFAULT_MARKERS, reading: STRICT };

/* What holds for problems wherever they are generated; the rest of the pooled ones is in pooled.test.ts. */

const IMPLEMENTATIONS: [string, () => Problems][] = [
  ["in process", () => createInProcessProblems({ registry: environments })],
  [
    "pooled",
    () =>
      createPooledProblems({
        registry: environments,
        ...badWorkers,
        generationTimeoutMs: 60_000,
        workers: 1,
        spareWorkers: 0,
      }),
  ],
];

function toReference(environment: string, seed = 1, difficulty = 0) {
  return { environment, difficulty, seed };
}

function toProblem(result: Problem | Failure): Problem {
  if (isFailure(result)) throw new Error(result.message);
  return result;
}

const mark = (answer: unknown) => `<answer>${answer}</answer>`;

describe.each(IMPLEMENTATIONS)("%s:", (_, create) => {
  let shared: Problems;
  beforeAll(() => {
    shared = create();
  });
  afterAll(() => shared.close());

  test("a problem is the one that its reference determines", async () => {
    const quick = environments.get("Quick");
    expect(quick).toBeDefined();
    if (quick) {
      expect(await shared.generate(toReference("Quick", 7, 2))).toEqual(
        generateProblem(quick, 2, 7),
      );
    }
  });

  test("bigints and numbers arrive exactly as they are, undefined fields, too", async () => {
    const { instance } = toProblem(await shared.generate(toReference("Exact")));
    const exact = environments.get("Exact");
    expect(exact).toBeDefined();
    if (exact) expect(instance).toStrictEqual(generateProblem(exact, 0, 1).instance);
  });

  test("an unknown environment is named, with the nearest one", async () => {
    expect(await shared.generate(toReference("Quik"))).toEqual({
      failure: "invalid",
      message: "Unknown environment 'Quik'. Did you mean 'Quick'?",
    });
  });

  test("what an environment throws is the cause of the failure, shortened", async () => {
    const failure = await shared.generate(toReference("Throwing"));
    expect(failure).toMatchObject({ failure: "failed" });
    expect((failure as Failure).message).toMatch(
      /^Generation of Throwing \(difficulty 0, seed 1\) failed internally$/,
    );
    expect((failure as Failure).cause).toMatch(/^no such graph!{100,300}…$/);
  });

  test("a level whose parameters are refused fails and says so", async () => {
    toProblem(await shared.generate(toReference("Refusing", 1, 3)));
    const failure = await shared.generate(toReference("Refusing", 1, 4));
    expect((failure as Failure).message).toContain("difficulty 4 is beyond what Refusing can");
  });

  test("a problem is remembered, whichever object names it", async () => {
    const reference = toReference("Numbered");
    expect(shared.cached(reference)).toBeUndefined();
    const first = await shared.generate(reference);
    expect(await shared.generate({ ...reference })).toBe(first);
    expect(shared.cached({ ...reference })).toBe(first);
  });

  test("references that differ in anything have problems of their own", async () => {
    const large = 2 ** 52;
    const references = [
      toReference("Quick", 1, 1),
      toReference("Quick", 1, 2),
      toReference("Quick", 2, 1),
      toReference("Exact", 1, 1),
      toReference("Quick", 2 ** 32, 1),
      toReference("Quick", 1, 2 ** 12),
      toReference("Quick", large, large),
      toReference("Quick", 0, 0),
    ];
    const generated = await Promise.all(references.map((reference) => shared.generate(reference)));
    for (const [index, reference] of references.entries()) {
      expect(shared.cached(reference)).toBe(generated[index]);
      expect(toProblem(generated[index])).toMatchObject({
        id: `${reference.environment}@1/${reference.difficulty}/${reference.seed}`,
      });
    }
    expect(new Set(generated).size).toBe(references.length);
    expect(shared.cached(toReference("Quick", 3, 1))).toBeUndefined();
    expect(shared.cached(toReference("Unknown", 3))).toBeUndefined();
  });

  test("failures are not kept", async () => {
    const reference = toReference("Throwing");
    await shared.generate(reference);
    expect(shared.cached(reference)).toBeUndefined();
  });

  test("outputs are verified; one on which the environment throws has a failure in its place", async () => {
    const quick = toProblem(await shared.generate(toReference("Quick")));
    expect(await shared.verify(quick, [mark(1), "none"], rule)).toEqual([
      verifyOutput(quick, mark(1)),
      verifyOutput(quick, "none"),
    ]);
    const throwing = toProblem(await shared.generate(toReference("ThrowingScore")));
    expect(await shared.verify(throwing, [mark(1), "none"], rule)).toEqual([
      {
        failure: "failed",
        message: "Verification of ThrowingScore failed internally",
        cause: "index out of range",
      },
      verifyOutput(throwing, "none"),
    ]);
  });

  test("solving gives the stored answer, or what solve finds", async () => {
    const stored = toProblem(await shared.generate(toReference("Stored")));
    expect(await shared.solve(stored)).toEqual({ answer: "12" });
    const solvable = toProblem(await shared.generate(toReference("Solvable")));
    expect(await shared.solve(solvable)).toEqual({ answer: "1180591620717411303424" });
  });

  test("what throws while solving is in the failure", async () => {
    const throwing = toProblem(await shared.generate(toReference("ThrowingSolving")));
    expect(await shared.solve(throwing)).toEqual({
      failure: "failed",
      message: "Solving ThrowingSolving@1/0/1 failed internally",
      cause: "no way out",
    });
  });
});
