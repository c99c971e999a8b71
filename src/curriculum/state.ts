import type { CurriculumProgress, CurriculumState } from "../protocol/curricula.ts";
import type { Curriculum } from "./curriculum.ts";
import type { Kept } from "./store.ts";

/* What is kept of a curriculum as a state that can be taken elsewhere, and what never changes of it. */

export function toKept({ definition, members }: Curriculum): Pick<Kept, "definition" | "weights"> {
  return {
    definition,
    weights: new Map(members.map(({ environment, weight }) => [environment, weight])),
  };
}

export function toState(
  name: string,
  { definition, draws, progress, weights }: Kept,
): CurriculumState {
  const environments: [string, CurriculumProgress][] = [...progress].map(([environment, own]) => [
    environment,
    { ...own, weight: weights.get(environment) ?? 1 },
  ]);
  return { name, definition, draws, environments: Object.fromEntries(environments) };
}
