import type { Picture } from "../picture.ts";
import type { Failure } from "./failure.ts";
import type { Problem } from "./problem.ts";
import { attempt } from "./work.ts";

/**
 * A problem as a reader would sketch it, in at most a few milliseconds: what its prompt tells, and no
 * more. Null where its environment has no picture.
 * @param answer a well-formed one, whose choice is marked, right or wrong
 */
export function drawProblem(problem: Problem, answer?: unknown): Picture | null | Failure {
  const { picture } = problem.environment;
  if (picture === null) return null;
  return attempt({ work: "draw", problem }, () => picture(problem.instance, answer));
}
