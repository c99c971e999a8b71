import { closest, distance } from "fastest-levenshtein";
import type { RegisteredEnvironment, Registry } from "../environments/registry.ts";
import { quote, shortenName } from "../wording.ts";
import { type Failure, invalid, isFailure } from "./failure.ts";

/** What determines a problem completely, together with the environment's version. */
export interface ProblemReference {
  readonly environment: string;
  readonly difficulty: number;
  readonly seed: number;
}

/** The problem id of a reference, such as `Sorting@2/3/42`. */
export function formatProblemId(
  environment: RegisteredEnvironment,
  difficulty: number,
  seed: number,
): string {
  return `${environment.id}@${environment.version}/${difficulty}/${seed}`;
}

/** The next seed; after the last one they begin anew. */
export function followingSeed(seed: number): number {
  return seed === Number.MAX_SAFE_INTEGER ? 0 : seed + 1;
}

const PROBLEM_ID = /^([A-Za-z0-9_]+)@(\d{1,9})\/(\d{1,16})\/(\d{1,16})$/;

/** Reads a problem id; refuses an unknown environment and a version other than the current one. */
export function parseProblemId(id: string, registry: Registry): ProblemReference | Failure {
  const match = PROBLEM_ID.exec(id);
  if (match === null) {
    return invalid(
      `${quote(id)} is not a problem id. A problem id is Identifier@version/difficulty/seed, such as Sorting@2/3/42.`,
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

/** A reference of the library's user, whose types may not be what they say; a failure if so. */
export function checkReference(reference: ProblemReference): ProblemReference | Failure {
  if (typeof reference.environment !== "string") {
    return refuse("environment", reference.environment, "an identifier, such as Sorting");
  }
  for (const field of ["difficulty", "seed"] as const) {
    const value = reference[field];
    if (!Number.isSafeInteger(value) || value < 0) {
      return refuse(field, value, "an integer from 0, below 2^53");
    }
  }
  return reference;
}

function refuse(field: string, value: unknown, allowed: string): Failure {
  const shown = typeof value === "string" ? quote(value) : shortenName(String(value));
  const given = typeof value === "bigint" ? `${shown}n` : shown;
  return invalid(`${field} is ${given}, but must be ${allowed}.`);
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
