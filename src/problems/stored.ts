import type { JsonObject } from "../environments/environment.ts";
import type { RegisteredEnvironment } from "../environments/registry.ts";
import { type Failure, invalid } from "./failure.ts";
import type { Problem } from "./problem.ts";

/**
 * A problem as RLVE-Gym users store it: what requests take and replies give as `config`, beside the
 * environment's identifier.
 */
export interface StoredProblem {
  readonly seed?: number | null | undefined;
  readonly parameter: JsonObject;
  readonly passing_reward_threshold?: number | null | undefined;
}

/** The stored form of a problem. */
export function toStored({ seed, instance, passingThreshold }: Problem): StoredProblem {
  return {
    seed,
    parameter: instance,
    ...(passingThreshold !== 1 && { passing_reward_threshold: passingThreshold }),
  };
}

/**
 * The problem that was stored. The instance is validated here, once; its prompt is made anew from
 * it. A stored problem that is none of the environment's is a failure.
 */
export function fromStored(
  environment: RegisteredEnvironment,
  stored: StoredProblem,
): Problem | Failure {
  const instance = environment.instance.safeParse(stored.parameter);
  if (!instance.success) return refuse(environment.id, instance.error);
  const parameters = environment.parameters.safeParse(instance.data);
  if (!parameters.success) return refuse(environment.id, parameters.error);
  try {
    return {
      environment,
      id: null,
      difficulty: null,
      seed: stored.seed ?? null,
      parameters: parameters.data,
      instance: instance.data,
      prompt: environment.prompt(instance.data),
      passingThreshold:
        stored.passing_reward_threshold ?? environment.passingThreshold(instance.data),
    };
  } catch {
    // Fields of the right types may still contradict each other, such as an array shorter than N.
    return invalid(`The config is not an instance of ${environment.id}: its fields do not agree.`);
  }
}

function refuse(
  id: string,
  error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] },
): Failure {
  const [issue] = error.issues;
  const where = ["parameter", ...issue.path].join(".");
  return invalid(`The config is not an instance of ${id}: ${where}: ${issue.message}`);
}
