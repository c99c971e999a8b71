import { environments } from "./environments/registry.ts";
import {
  findEnvironment,
  generateProblem as generate,
  isFailure,
  type Problem,
  type ProblemReference,
  parseProblemId,
} from "./problems/problem.ts";

export type { Environment, JsonObject } from "./environments/environment.ts";
export { environments, type RegisteredEnvironment } from "./environments/registry.ts";
export type { AnswerMarkers } from "./problems/extract-answer.ts";
export type { Problem, ProblemReference } from "./problems/problem.ts";
export { toReferenceAnswer } from "./problems/reference-answer.ts";
export { DEFAULT_MARKERS, type VerifierResult, verifyOutput } from "./problems/verify.ts";

/**
 * Generates a problem in process: the same as every server of this version gives out.
 * @param reference a problem id such as `Sorting@1/3/42`, or its parts
 * @throws RangeError for an unknown environment or an id of another version; Error where the
 *   difficulty is beyond what the environment can generate
 */
export function generateProblem(reference: string | ProblemReference): Problem {
  const parsed =
    typeof reference === "string" ? parseProblemId(reference, environments) : reference;
  if (isFailure(parsed)) throw new RangeError(parsed.message);
  const environment = findEnvironment(parsed.environment, environments);
  if (isFailure(environment)) throw new RangeError(environment.message);
  return generate(environment, parsed.difficulty, parsed.seed);
}
