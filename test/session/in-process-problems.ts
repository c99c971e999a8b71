import { environments } from "../../src/environments/registry.ts";
import {
  generateProblem,
  type Problem,
  type ProblemReference,
} from "../../src/problems/problem.ts";
import type { Problems } from "../../src/problems/problems.ts";
import { toReferenceAnswer } from "../../src/problems/reference-answer.ts";
import { verifyOutput } from "../../src/problems/verify.ts";

/** Problems without threads, for tests of sessions: everything happens in this process. */
export function createInProcessProblems(
  overrides: Partial<Pick<Problems, "generate" | "verify">> = {},
): Pick<Problems, "registry" | "cached" | "generate" | "verify" | "solve"> {
  const known = new Map<string, Problem>();
  const toKey = (reference: ProblemReference) => JSON.stringify(Object.values(reference));
  return {
    registry: environments,
    cached: (reference) => known.get(toKey(reference)),
    async generate(reference) {
      const environment = environments.get(reference.environment);
      if (environment === undefined) throw new Error("the session lets no unknown one through");
      const problem = generateProblem(environment, reference.difficulty, reference.seed);
      known.set(toKey(reference), problem);
      return problem;
    },
    verify: (problem, outputs, markers) =>
      outputs.map((output) => verifyOutput(problem, output, markers)),
    solve: async (problem) => ({ answer: toReferenceAnswer(problem) }),
    ...overrides,
  };
}
