import { closest, distance } from "fastest-levenshtein";
import type { JsonObject } from "../environments/environment.ts";
import type { RegisteredEnvironment, Registry } from "../environments/registry.ts";
import { Random } from "../environments/toolkit/random/random.ts";

/** What determines a problem completely, together with the environment's version. */
export interface ProblemReference {
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
}

/** A problem: its instance, its prompt, and where they come from. */
export interface Problem {
  readonly environment: RegisteredEnvironment;
  /** Null for a stored problem, which came as a config and not from a reference. */
  readonly id: string | null;
  readonly difficulty: number | null;
  readonly seed: number | null;
  readonly parameters: JsonObject;
  readonly instance: JsonObject;
  readonly prompt: string;
  /** The reward from which accuracy is 1. */
  readonly passingThreshold: number;
}

/** A stored problem, in the form in which RLVE-Gym users keep them. */
export interface ProblemConfig {
  readonly seed?: number | null | undefined;
  readonly parameter: JsonObject;
  readonly passing_reward_threshold?: number | null | undefined;
}

/** Why there is no problem: the request was wrong, or the work failed. */
export interface Failure {
  readonly failure: "invalid" | "failed";
  readonly message: string;
}

export function isFailure(value: object): value is Failure {
  return "failure" in value;
}

function invalid(message: string): Failure {
  return { failure: "invalid", message };
}

/** The problem id of a reference, such as `Sorting@1/3/42`. */
export function formatProblemId(
  environment: RegisteredEnvironment,
  difficulty: number,
  seed: number,
): string {
  return `${environment.id}@${environment.version}/${difficulty}/${seed}`;
}

const PROBLEM_ID = /^([A-Za-z0-9_]+)@(\d{1,9})\/(\d{1,16})\/(\d{1,16})$/;

/** Reads a problem id; refuses an unknown environment and a version other than the current one. */
export function parseProblemId(id: string, registry: Registry): ProblemReference | Failure {
  const match = PROBLEM_ID.exec(id);
  if (match === null) {
    return invalid(
      `${quote(id)} is not a problem id. A problem id is Identifier@version/difficulty/seed, such as Sorting@1/3/42.`,
    );
  }
  const [name, version, difficulty, seed] = [match[1], ...match.slice(2).map(Number)] as const;
  const environment = findEnvironment(name, registry);
  if (isFailure(environment)) return environment;
  if (version !== environment.version) {
    return invalid(
      `Problem ${quote(id)} is of version ${version}, but this server has version ${environment.version} of ${name}, whose problems differ.`,
    );
  }
  if (!Number.isSafeInteger(difficulty) || !Number.isSafeInteger(seed)) {
    return invalid(`Difficulty and seed of ${quote(id)} must be below 2^53.`);
  }
  return { environment: name, difficulty, seed };
}

/** The environment of that name, or a failure that suggests the nearest name. */
export function findEnvironment(name: string, registry: Registry): RegisteredEnvironment | Failure {
  return (
    registry.get(name) ?? invalid(`Unknown environment ${quote(name)}.${suggest(name, registry)}`)
  );
}

/** How many letters a misspelt name may differ by, as a share of its length. */
const MISSPELT_SHARE = 0.4;

function suggest(name: string, registry: Registry): string {
  const shortened = name.slice(0, 100);
  const nearest = closest(shortened, [...registry.keys()]);
  return distance(shortened, nearest) <= MISSPELT_SHARE * nearest.length
    ? ` Did you mean '${nearest}'?`
    : ` GET /environments and 'rlve-gym list' name the ${registry.size} environments.`;
}

/** A value for a message: quoted and shortened. */
export function quote(text: string): string {
  return text.length > 60 ? `'${text.slice(0, 60)}…'` : `'${text}'`;
}

/**
 * Generates the problem of a reference. The work is unbounded at high difficulties: servers call it
 * in a worker.
 * @throws whatever the environment throws; an Error naming the parameters where a level's are refused
 */
export function generateProblem(
  environment: RegisteredEnvironment,
  difficulty: number,
  seed: number,
): Problem {
  const id = formatProblemId(environment, difficulty, seed);
  const random = new Random(id);
  const parameters = random.choice(environment.levels(difficulty));
  const accepted = environment.parameters.safeParse(parameters);
  if (!accepted.success) {
    throw new Error(
      `difficulty ${difficulty} is beyond what ${environment.id} can generate (${accepted.error.issues[0].message})`,
    );
  }
  const instance = environment.generate(accepted.data, random);
  return {
    environment,
    id,
    difficulty,
    seed,
    parameters: accepted.data,
    instance,
    prompt: environment.prompt(instance),
    passingThreshold: environment.passingThreshold(instance),
  };
}

/**
 * The problem of a stored config. The instance is validated here, once; its prompt is made anew
 * from it, empty where the stored instance lacks what a prompt needs.
 */
export function toStoredProblem(
  environment: RegisteredEnvironment,
  config: ProblemConfig,
): Problem | Failure {
  const instance = environment.instance.safeParse(config.parameter);
  if (!instance.success) return invalid(describeIssue(environment.id, "parameter", instance.error));
  const parameters = environment.parameters.safeParse(instance.data);
  if (!parameters.success) {
    return invalid(describeIssue(environment.id, "parameter", parameters.error));
  }
  try {
    return {
      environment,
      id: null,
      difficulty: null,
      seed: config.seed ?? null,
      parameters: parameters.data,
      instance: instance.data,
      prompt: environment.prompt(instance.data),
      passingThreshold:
        config.passing_reward_threshold ?? environment.passingThreshold(instance.data),
    };
  } catch {
    // Fields of the right types may still contradict each other, such as an array shorter than N.
    return invalid(`The config is not an instance of ${environment.id}: its fields do not agree.`);
  }
}

function describeIssue(
  id: string,
  field: string,
  error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] },
): string {
  const [issue] = error.issues;
  return `The config is not an instance of ${id}: ${[field, ...issue.path].join(".")}: ${issue.message}`;
}
