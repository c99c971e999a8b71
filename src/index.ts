import { environments } from "./environments/registry.ts";
import { isFailure } from "./problems/failure.ts";
import { createInProcessProblems } from "./problems/in-process.ts";
import type { Problem } from "./problems/problem.ts";
import { checkReference, type ProblemReference, parseProblemId } from "./problems/reference.ts";

export type { Environment, JsonObject } from "./environments/environment.ts";
export { environments, type RegisteredEnvironment } from "./environments/registry.ts";
export type { Problem } from "./problems/problem.ts";
export type { AnswerMarkers } from "./problems/reading/markers.ts";
export type { ProblemReference } from "./problems/reference.ts";
export { toReferenceAnswer } from "./problems/reference-answer.ts";
export { DEFAULT_MARKERS, type VerifierResult, verifyOutput } from "./problems/verify.ts";

const problems = createInProcessProblems({ registry: environments, remembered: 0 });

/**
 * Generates a problem in process: the same as every server of this version gives out.
 * @param reference a problem id such as `Sorting@2/3/42`, or its parts; difficulty and seed are
 *   integers from 0, below 2^53
 * @throws RangeError for an unknown environment, an id of another version, a difficulty or seed that
 *   is no such integer; Error where the difficulty is beyond what the environment can generate
 * @example
 * import { generateProblem, verifyOutput } from "rlve-gym-server";
 *
 * const problem = generateProblem("Sorting@2/1/7");
 * const { reward } = verifyOutput(problem, "<answer>6 6 11 18</answer>");
 */
export function generateProblem(reference: string | ProblemReference): Problem {
  const named =
    typeof reference === "string"
      ? parseProblemId(reference, environments)
      : checkReference(reference);
  const problem = isFailure(named) ? named : problems.generate(named);
  if (!isFailure(problem)) return problem;
  throw problem.failure === "invalid"
    ? new RangeError(problem.message)
    : new Error(problem.message, { cause: problem.cause });
}
