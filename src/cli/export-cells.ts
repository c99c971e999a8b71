import { hasLevel } from "../curriculum/last-level.ts";
import type { RegisteredEnvironment, Registry } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { chooseEnvironments, type NamedEnvironments } from "../quality/choose-environments.ts";
import type { Cell } from "../rows/drawing.ts";
import { Misuse } from "./misuse.ts";

/** A level of an environment, and its part of all rows. */
export interface Part {
  readonly environment: RegisteredEnvironment;
  readonly level: number;
  readonly weight: number;
}

/**
 * Environments by weight, and alike the levels that an environment has.
 * @throws Misuse for unknown names, and where no environment has any of the levels
 */
export async function toParts(
  environments: NamedEnvironments,
  levels: readonly number[],
  registry: Registry,
): Promise<Part[]> {
  const weights = await chooseEnvironments(environments, registry, levels);
  if (isFailure(weights)) throw new Misuse(`--environments: ${weights.message}`);
  const parts = [...registry.values()].flatMap((environment) => {
    const weight = weights.get(environment.id);
    if (weight === undefined) return [];
    const own = levels.filter((level) => hasLevel(environment, level));
    return share(environment, own, weight);
  });
  if (parts.length === 0) {
    throw new Misuse(`--levels: the environments have no level ${levels.join(", ")}`);
  }
  return parts;
}

/** An environment's weight, spread over some of its levels. */
export function share(
  environment: RegisteredEnvironment,
  levels: readonly number[],
  weight: number,
): Part[] {
  return levels.map((level) => ({ environment, level, weight: weight / levels.length }));
}

/** How many rows each part is to have. */
export function toCells(parts: readonly Part[], count: number): Cell[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  // Rounded cumulatively, the parts add up to the whole.
  let weighed = 0;
  let given = 0;
  const cells = parts.map(({ weight, ...part }) => {
    weighed += weight;
    const upTo = Math.round((count * weighed) / total);
    const cell = { ...part, count: upTo - given };
    given = upTo;
    return cell;
  });
  return cells.filter((cell) => cell.count > 0);
}
