import { environments } from "./environments/registry.ts";
import { isFailure } from "./problems/failure.ts";
import { createInProcessProblems } from "./problems/in-process.ts";
import type { Problem } from "./problems/problem.ts";
import { type ProblemReference, parseProblemId } from "./problems/reference.ts";

export type { Environment, JsonObject } from "./environments/environment.ts";
export { environments, type RegisteredEnvironment } from "./environments/registry.ts";
export type { AnswerMarkers } from "./problems/extract-answer.ts";
export type { Problem } from "./problems/problem.ts";
export type { ProblemReference } from "./problems/reference.ts";
export { toReferenceAnswer } from "./problems/reference-answer.ts";
export { DEFAULT_MARKERS, type VerifierResult, verifyOutput } from "./problems/verify.ts";

const problems = createInProcessProblems({ registry: environments, remembered: 0 });

/**
 * Generates a problem in process: the same as every server of this version gives out.
 * @param reference a problem id such as `Sorting@1/3/42`, or its parts
 * @throws RangeError for an unknown environment or an id of another version; Error where the
 *   difficulty is beyond what the environment can generate
 * @example
 * const problem = generateProblem("Sorting@1/1/7");
 * const { reward } = verifyOutput(problem, "<answer>6 6 11 18</answer>");
 */
export function generateProblem(reference: string | ProblemReference): Problem {
  const named = typeof reference === "string" ? parseProblemId(reference, environments) : reference;
  const problem = isFailure(named) ? named : problems.generate(named);
  if (!isFailure(problem)) return problem;
  throw problem.failure === "invalid"
    ? new RangeError(problem.message)
    : new Error(problem.message);
}
