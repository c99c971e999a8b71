import type { Problem } from "./problem.ts";

/**
 * An answer text that earns accuracy 1: the stored reference answer or, without one, what `solve`
 * finds, which may take seconds at high levels.
 */
export function toReferenceAnswer(problem: Pick<Problem, "environment" | "instance">): string {
  return toStoredAnswer(problem) ?? problem.environment.solve(problem.instance);
}

/** The reference answer that the instance holds; null without one. */
export function toStoredAnswer({ instance }: Pick<Problem, "instance">): string | null {
  const { reference_answer } = instance;
  return typeof reference_answer === "string" ||
    typeof reference_answer === "number" ||
    typeof reference_answer === "bigint"
    ? String(reference_answer)
    : null;
}
