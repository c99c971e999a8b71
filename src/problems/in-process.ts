import type { Registry } from "../environments/registry.ts";
import { ProblemCache } from "./cache.ts";
import { type Failure, isFailure } from "./failure.ts";
import { generateProblem, type Problem } from "./problem.ts";
import type { Problems, Solution, Verified } from "./problems.ts";
import { findEnvironment, type ProblemReference } from "./reference.ts";
import { toReferenceAnswer } from "./reference-answer.ts";
import { fromStored, type StoredTarget } from "./stored.ts";
import { attempt, verifyOutputs } from "./work.ts";

/** Problems whose results are there at once. */
export interface InProcessProblems extends Problems {
  generate(reference: ProblemReference): Problem | Failure;
  open(target: StoredTarget): Problem | Failure;
  verify(...parameters: Parameters<Problems["verify"]>): Verified[];
  solve(problem: Problem): Solution | Failure;
}

export interface InProcessOptions {
  readonly registry: Registry;
  /** How many problems are remembered. Default 256: a run's groups are generated once. */
  readonly remembered?: number;
}

/** What a remembered problem may take on the average, by estimate. */
const BYTES_PER_PROBLEM = 2 ** 18;

/**
 * Problems in this process, for the library, the command line and tests: without workers, and so
 * without a deadline.
 */
export function createInProcessProblems({
  registry,
  remembered = 256,
}: InProcessOptions): InProcessProblems {
  const cache = new ProblemCache(registry, remembered * BYTES_PER_PROBLEM, remembered);
  return {
    registry,
    cached: (reference) => cache.get(cache.toKey(reference)),

    generate(reference) {
      const key = cache.toKey(reference);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const environment = findEnvironment(reference.environment, registry);
      if (isFailure(environment)) return environment;
      const { difficulty, seed } = reference;
      const problem = attempt({ work: "generate", reference }, () =>
        generateProblem(environment, difficulty, seed),
      );
      // An instance takes about as much as the prompt that tells it.
      if (!isFailure(problem)) cache.set(key, problem, problem.prompt.length);
      return problem;
    },

    open: ({ registered, stored }) => fromStored(registered, stored),

    verify: verifyOutputs,

    solve: (problem) =>
      attempt({ work: "solve", problem }, () => ({ answer: toReferenceAnswer(problem) })),

    async close() {},
  };
}
