import { findWeights } from "../curriculum/curriculum.ts";
import { hasLevel } from "../curriculum/last-level.ts";
import type { Registry } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import type { CurriculumDefinition } from "../protocol/curricula.ts";
import type { Cell } from "../rows/drawing.ts";
import { Misuse } from "./misuse.ts";

export interface CellsWanted {
  readonly environments: CurriculumDefinition["environments"];
  readonly levels: readonly number[];
  readonly count: number;
}

/**
 * How many rows each level of each environment is to have: environments by weight, the levels that an
 * environment has alike.
 * @throws Misuse for unknown names, and where no environment has any of the levels
 */
export function toCells({ environments, levels, count }: CellsWanted, registry: Registry): Cell[] {
  const weights = findWeights(environments, registry);
  if (isFailure(weights)) throw new Misuse(`--environments: ${weights.message}`);
  const parts = [...registry.values()].flatMap((environment) => {
    const weight = weights.get(environment.id);
    if (weight === undefined) return [];
    const own = levels.filter((level) => hasLevel(environment, level));
    return own.map((level) => ({ environment, level, weight: weight / own.length }));
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) {
    throw new Misuse(`--levels: the environments have no level ${levels.join(", ")}`);
  }
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
