import type { Registry } from "../environments/registry.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import { findEnvironment, type ProblemReference, parseProblemId } from "../problems/reference.ts";
import { fromStored, type StoredProblem } from "../problems/stored.ts";

/** The ways in which a batch names a problem. */
export interface NamedProblem {
  readonly problem_id?: string | null | undefined;
  readonly environment?: string | null | undefined;
  readonly difficulty?: number | null | undefined;
  readonly seed?: number | null | undefined;
  readonly config?: StoredProblem | null | undefined;
}

/** The reference that a problem id, or environment, difficulty and seed, make. */
export function toReference(
  { problem_id, environment, difficulty, seed }: NamedProblem,
  registry: Registry,
): ProblemReference | Failure {
  if (problem_id != null) return parseProblemId(problem_id, registry);
  if (environment == null || difficulty == null || seed == null) {
    const given = { environment, difficulty, seed };
    const missing = Object.entries(given).flatMap(([key, value]) => (value == null ? [key] : []));
    return refuse(
      `A problem is named by problem_id, or by environment, difficulty and seed; missing: ${missing.join(", ")}.`,
    );
  }
  const found = findEnvironment(environment, registry);
  return isFailure(found) ? found : { environment, difficulty, seed };
}

/** The problem of a config beside its environment, or the reference that the other ways make. */
export function toProblemOrReference(
  named: NamedProblem,
  registry: Registry,
): Problem | ProblemReference | Failure {
  const { config, environment } = named;
  if (config == null) return toReference(named, registry);
  if (named.problem_id != null) return refuse("Give problem_id or config, not both.");
  if (environment == null) return refuse("A config needs its environment beside it.");
  const found = findEnvironment(environment, registry);
  return isFailure(found) ? found : fromStored(found, config);
}

/** Whether nothing is named, which means the session's current problem. */
export function isUnnamed(named: NamedProblem): boolean {
  return (
    named.problem_id == null &&
    named.config == null &&
    named.environment == null &&
    named.difficulty == null &&
    named.seed == null
  );
}

function refuse(message: string): Failure {
  return { failure: "invalid", message };
}
