import type { JsonObject } from "../environments/environment.ts";
import type { RegisteredEnvironment } from "../environments/registry.ts";
import { inPlainWords } from "../plain-words.ts";
import { isWithin, validate } from "../validation.ts";
import { shorten } from "../wording.ts";
import { type Failure, invalid } from "./failure.ts";
import type { Problem } from "./problem.ts";
import { toSplit } from "./split.ts";

/**
 * A problem as RLVE-Gym users store it: what requests take and replies give as `config`, beside the
 * environment's identifier.
 */
export interface StoredProblem {
  readonly seed?: number | null | undefined;
  readonly parameter: JsonObject;
  readonly passing_reward_threshold?: number | null | undefined;
}

/** A stored problem beside its environment, not opened yet. */
export interface StoredTarget {
  readonly registered: RegisteredEnvironment;
  readonly stored: StoredProblem;
}

/** The stored form of a problem. */
export function toStored({ seed, instance, passingThreshold }: Problem): StoredProblem {
  return {
    seed,
    parameter: instance,
    ...(passingThreshold !== 1 && { passing_reward_threshold: passingThreshold }),
  };
}

/** What an instance may hold: integers in texts take more than linear time to read. */
const MAX_CONFIG = { values: 2 ** 18, characters: 2 ** 20 };

/**
 * The problem that was stored. The instance is validated here, once; its prompt is made anew from
 * it. A stored problem that is none of the environment's is a failure.
 */
export function fromStored(
  environment: RegisteredEnvironment,
  stored: StoredProblem,
): Problem | Failure {
  const tooLarge = refuseLarge(stored);
  if (tooLarge) return tooLarge;
  const instance = validate(environment.instance, stored.parameter, { error: inPlainWords });
  if (!instance.success) return refuse(environment.id, instance.error);
  const parameters = validate(environment.parameters, instance.data, { error: inPlainWords });
  if (!parameters.success) return refuse(environment.id, parameters.error);
  try {
    const prompt = environment.prompt(instance.data);
    return {
      environment,
      id: null,
      difficulty: null,
      seed: stored.seed ?? null,
      parameters: parameters.data,
      instance: instance.data,
      prompt,
      split: toSplit(environment.id, prompt),
      passingThreshold:
        stored.passing_reward_threshold ?? environment.passingThreshold(instance.data),
    };
  } catch {
    // Fields of the right types may still contradict each other, such as an array shorter than N.
    return invalid(`The config is not an instance of ${environment.id}: its fields do not agree.`);
  }
}

/** Why a stored problem is not even looked at: it holds too much. */
export function refuseLarge({ parameter }: StoredProblem): Failure | null {
  if (isWithin(parameter, MAX_CONFIG)) return null;
  const most = `${MAX_CONFIG.values} values and ${MAX_CONFIG.characters} characters in texts`;
  return invalid(`The config is too large: at most ${most} are allowed.`);
}

function refuse(
  id: string,
  error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] },
): Failure {
  const [issue] = error.issues;
  const where = ["parameter", ...issue.path].join(".");
  const what = shorten(`${where}: ${issue.message}`);
  return invalid(`The config is not an instance of ${id}: ${what}`);
}
