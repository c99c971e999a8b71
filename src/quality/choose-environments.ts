import type { RegisteredEnvironment, Registry } from "../environments/registry.ts";
import { type Failure, invalid, isFailure } from "../problems/failure.ts";
import { findEnvironment } from "../problems/reference.ts";
import { quote } from "../wording.ts";
import { type Figures, loadFigures, NO_FIGURES } from "./figures.ts";
import { isMember, presets } from "./presets.ts";

/** Environments by identifiers, families and presets, alike or by weights. */
export type NamedEnvironments = "all" | readonly string[] | Readonly<Record<string, number>>;

const FAMILY = "family:";

/** What stands between names of which an environment must have all; in an address, + is a blank. */
const AND = /[+\s]+/;

/** More families and presets than anyone combines: looking at each takes milliseconds. */
const MOST_SETS = 64;

/** Identifiers begin with a capital. */
const SET = /^[a-z]/;

/**
 * The weight of each environment that is named: by its identifier, by a family (`family:graphs`), by
 * a preset (`no-guessing`, or `no-guessing@3` for level 3), or by several of which it must have all
 * (`family:graphs+no-guessing`). What is named itself goes before sets.
 * @param levels where presets without a level of their own must hold
 */
export async function chooseEnvironments(
  named: NamedEnvironments,
  registry: Registry,
  levels: readonly number[],
): Promise<Map<string, number> | Failure> {
  return chooseBy(namesPreset(named) ? await loadFigures() : NO_FIGURES, named, registry, levels);
}

/** The same by figures that are loaded, which presets alone need. */
export function chooseBy(
  figures: Figures,
  named: NamedEnvironments,
  registry: Registry,
  levels: readonly number[],
): Map<string, number> | Failure {
  const pairs = toPairs(named, registry);
  if (pairs.length === 0) return invalid("An environment must be named at least.");
  const weights = new Map<string, number>();
  const sets = new Map(pairs.filter(([name]) => SET.test(name)));
  const count = [...sets.keys()].reduce((sum, name) => sum + parts(name).length, 0);
  if (count > MOST_SETS) {
    return invalid(`At most ${MOST_SETS} families and presets may be named at once.`);
  }
  for (const [name, weight] of sets) {
    const members = findSet(name, { figures, registry, levels });
    if (isFailure(members)) return members;
    for (const { id } of members) weights.set(id, weight);
  }
  for (const [name, weight] of pairs) {
    if (SET.test(name)) continue;
    const environment = findEnvironment(name, registry);
    if (isFailure(environment)) return environment;
    weights.set(name, weight);
  }
  return weights;
}

/** The environments of such names, in the registry's order. */
export async function listEnvironments(
  names: NamedEnvironments,
  registry: Registry,
  levels: readonly number[],
): Promise<RegisteredEnvironment[] | Failure> {
  const weights = await chooseEnvironments(names, registry, levels);
  return isFailure(weights) ? weights : [...registry.values()].filter(({ id }) => weights.has(id));
}

/** Whether what is named depends on figures, which a later release may have measured anew. */
export function namesPreset(named: NamedEnvironments): boolean {
  if (named === "all") return false;
  const names = Array.isArray(named) ? named : Object.keys(named);
  return names.some((name) =>
    parts(name).some((part) => SET.test(part) && !part.startsWith(FAMILY)),
  );
}

function toPairs(named: NamedEnvironments, registry: Registry): [string, number][] {
  if (named === "all") return [...registry.keys()].map((id) => [id, 1]);
  return Array.isArray(named) ? named.map((name) => [name, 1]) : Object.entries(named);
}

/** What decides which environments a set has. */
interface Among {
  readonly figures: Figures;
  readonly registry: Registry;
  readonly levels: readonly number[];
}

function findSet(name: string, among: Among): RegisteredEnvironment[] | Failure {
  let members = [...among.registry.values()];
  for (const part of parts(name)) {
    const isIn = toCondition(part, among);
    if (isFailure(isIn)) return isIn;
    members = members.filter(isIn);
  }
  if (members.length > 0) return members;
  return invalid(`No environment is in ${quote(name)} at level ${among.levels.join(", ")}.`);
}

function parts(name: string): string[] {
  return name.trim().split(AND);
}

function toCondition(
  part: string,
  { figures, registry, levels }: Among,
): ((environment: RegisteredEnvironment) => boolean) | Failure {
  if (part.startsWith(FAMILY)) return toFamily(part.slice(FAMILY.length), registry);
  const [, name = part, level] = /^(.*?)(?:@(\d{1,4}))?$/.exec(part) ?? [];
  const preset = presets.get(name);
  if (preset === undefined) {
    return invalid(
      `There is no preset ${quote(part)}. The presets are ${[...presets.keys()].join(", ")} (at a level: no-guessing@3) and family:… of the families.`,
    );
  }
  const asked = level === undefined ? levels : [Number(level)];
  return (environment) => {
    const quality = figures.of(environment);
    return quality !== null && asked.every((one) => isMember(preset, quality, one));
  };
}

function toFamily(
  family: string,
  registry: Registry,
): ((environment: RegisteredEnvironment) => boolean) | Failure {
  const families = new Set([...registry.values()].map((environment) => environment.family));
  if (families.has(family)) return (environment) => environment.family === family;
  return invalid(
    `There is no family ${quote(family)}. The families are ${[...families].join(", ")}.`,
  );
}
