import { environments } from "../../src/environments/registry.ts";
import { generateProblem, type Problem } from "../../src/problems/problem.ts";
import type { Problems } from "../../src/problems/problems.ts";
import type { ProblemReference } from "../../src/problems/reference.ts";
import { toReferenceAnswer } from "../../src/problems/reference-answer.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../../src/problems/verify.ts";
import type { SessionContext } from "../../src/session/session.ts";

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

/** What a session works with in tests: the defaults of a server, without threads. */
export function createTestContext(overrides: Partial<SessionContext> = {}): SessionContext {
  return {
    problems: createInProcessProblems(),
    settings: {
      environment: "Multiplication",
      difficulty: 0,
      markers: DEFAULT_MARKERS,
      explain: false,
    },
    initialSeed: 0,
    exposeAnswers: false,
    maxBatch: 100,
    maxReplyBytes: 1 << 20,
    ...overrides,
  };
}
