import type { Registry } from "../environments/registry.ts";
import { createSlices, othersTurn } from "../event-loop.ts";
import { type Failure, invalid, isFailure } from "../problems/failure.ts";
import { findEnvironment } from "../problems/reference.ts";
import type { CurriculumDefinition } from "../protocol/curricula.ts";
import { chooseEnvironments } from "../quality/choose-environments.ts";
import { findLastLevel, hasLevel } from "./last-level.ts";

/** One environment of a curriculum. */
export interface Member {
  readonly environment: string;
  readonly weight: number;
  /** The sum of the weights up to this one. */
  readonly cumulated: number;
  /** Its top rises no further. Looking for it takes a while: where a level will do, ask `has`. */
  readonly lastLevel: number;
  /** Whether its top may be a level. */
  has(level: number): boolean;
}

/** A definition with the environments that it names, in the registry's order. */
export interface Curriculum {
  readonly definition: CurriculumDefinition;
  readonly members: readonly Member[];
  readonly memberOf: ReadonlyMap<string, Member>;
}

/** Finds the environments of a definition; refuses names that no environment, family or preset has. */
export async function findCurriculum(
  definition: CurriculumDefinition,
  registry: Registry,
): Promise<Curriculum | Failure> {
  const { environments, start, max_difficulty } = definition;
  // Presets must hold at its first level and, if it has one, its last.
  const levels = max_difficulty === null ? [start] : [start, max_difficulty];
  const weights = await chooseEnvironments(environments, registry, levels);
  return isFailure(weights) ? weights : assembleCurriculum(definition, weights, registry);
}

/** As `createCurriculum`, while others have their turns: the first look at all levels takes a tenth of a second. */
export async function assembleCurriculum(
  definition: CurriculumDefinition,
  weights: ReadonlyMap<string, number>,
  registry: Registry,
): Promise<Curriculum | Failure> {
  const isSliceOver = createSlices();
  for (const name of weights.keys()) {
    const environment = registry.get(name);
    // What has no such level, or is none, is refused below.
    if (environment === undefined || !hasLevel(environment, definition.start)) break;
    if (isSliceOver()) await othersTurn();
  }
  return createCurriculum(definition, weights, registry);
}

/**
 * The curriculum of a definition whose environments are known already. They stand in the registry's
 * order, so that how they were named changes nothing.
 */
export function createCurriculum(
  definition: CurriculumDefinition,
  weights: ReadonlyMap<string, number>,
  registry: Registry,
): Curriculum | Failure {
  const { start, max_difficulty } = definition;
  const members: Member[] = [];
  let cumulated = 0;
  for (const name of weights.keys()) {
    const environment = findEnvironment(name, registry);
    if (isFailure(environment)) return environment;
  }
  for (const [name, environment] of registry) {
    const weight = weights.get(name);
    if (weight === undefined) continue;
    cumulated += weight;
    const member = {
      environment: name,
      weight,
      cumulated,
      get lastLevel() {
        return Math.min(findLastLevel(environment), max_difficulty ?? Number.MAX_VALUE);
      },
      has: (level: number) =>
        level <= (max_difficulty ?? Number.MAX_VALUE) && hasLevel(environment, level),
    };
    if (!member.has(start)) {
      return invalid(`start is ${start}, but the levels of ${name} end at ${member.lastLevel}.`);
    }
    members.push(member);
  }
  const memberOf = new Map(members.map((member) => [member.environment, member]));
  return { definition, members, memberOf };
}
