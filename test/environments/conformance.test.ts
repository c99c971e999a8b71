import { describe, expect, test } from "vitest";
import { environments } from "../../src/environments/registry.ts";
import { isFailure } from "../../src/problems/failure.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { fromStored } from "../../src/problems/stored.ts";
import { verifyOutput } from "../../src/problems/verify.ts";
import { readLevels, readVectors, type Vector } from "../vectors.ts";

const recordedLevels = readLevels();

describe.for([...environments.values()])("$id", (environment) => {
  const vectors = readVectors(environment.id);

  function toProblem(vector: Vector): Problem {
    const problem = fromStored(environment, { parameter: vector.parameter });
    if (isFailure(problem)) throw new Error(problem.message);
    return problem;
  }

  test(`${environment.id}: recorded outputs earn the recorded figures`, () => {
    expect(vectors.length).toBeGreaterThan(0);
    for (const vector of vectors) {
      const problem = toProblem(vector);
      expect(problem.passingThreshold).toBeCloseTo(vector.passing_reward_threshold, 12);
      for (const { output, reward, accuracy, format_score } of vector.cases) {
        const result = verifyOutput(problem, output);
        const label = `level ${vector.level}, seed ${vector.seed}, ${JSON.stringify(output)}: ${result.reason}`;
        const tolerance = 1e-9 * Math.max(1, Math.abs(reward));
        expect(Math.abs(result.reward - reward), label).toBeLessThanOrEqual(tolerance);
        expect([result.accuracy, result.format_score], label).toEqual([accuracy, format_score]);
      }
    }
  });

  test(`${environment.id}: levels 0 to 12 offer the recorded parameter sets`, () => {
    const levels = recordedLevels.get(environment.id) ?? [];
    expect(levels.length).toBe(13);
    for (const [level, sets] of levels.entries()) {
      const offered = environment.levels(level);
      expect(toComparable(offered), `level ${level}`).toEqual(toComparable(sets));
      for (const parameters of offered) {
        expect(environment.parameters.safeParse(parameters).error).toBeUndefined();
      }
    }
  });

  test(`${environment.id}: solve earns accuracy 1 on recorded instances`, () => {
    for (const vector of vectors) {
      const problem = toProblem(vector);
      // A recorded instance without a prompt lacks a field that only our own instances have.
      if (problem.prompt === "") continue;
      const result = verifyOutput(
        problem,
        `<answer>${environment.solve(problem.instance)}</answer>`,
      );
      expect(result.accuracy, `level ${vector.level}, seed ${vector.seed}: ${result.reason}`).toBe(
        1,
      );
    }
  });
});

/** Parameter sets in an order of their own: where a level offers several, their order is free. */
function toComparable(sets: readonly object[]): string[] {
  return sets.map((set) => JSON.stringify(Object.entries(set).sort())).sort();
}
