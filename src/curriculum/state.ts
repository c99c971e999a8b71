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
  const environments: Record<string, CurriculumProgress> = {};
  for (const [environment, own] of progress) {
    // One by one: to spread hundreds of them would take most of the time of a look.
    const { top, samples, correct, total_samples, total_correct, failed_draws } = own;
    const weight = weights.get(environment) ?? 1;
    environments[environment] = {
      top,
      samples,
      correct,
      total_samples,
      total_correct,
      failed_draws,
      weight,
    };
  }
  return { name, definition, draws, environments };
}
