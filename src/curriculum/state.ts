import type { CurriculumProgress, CurriculumState } from "../protocol/curricula.ts";
import type { Curriculum } from "./curriculum.ts";
import type { Progress } from "./rule.ts";
import type { Kept } from "./store.ts";

/*
 * What is kept of a curriculum as a state that can be taken elsewhere, and what a state from elsewhere
 * cannot be.
 */

/** Nobody counts so far; what is added to it stays an exact number, and is read again as one. */
const MAX_COUNT = 1e15;

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

/** What a curriculum cannot have come to; null where it can. */
export function findFault(
  { definition: { start, min_samples }, memberOf }: Curriculum,
  environment: string,
  { top, samples, correct, total_samples, total_correct, failed_draws }: Progress,
): string | null {
  const member = memberOf.get(environment);
  if (Math.max(total_samples, failed_draws) > MAX_COUNT) return `No count may exceed ${MAX_COUNT}.`;
  if (top < start || !member?.has(top)) {
    return `The top of ${environment} is ${top}, but must lie in ${start}..${member?.lastLevel}.`;
  }
  if (samples >= min_samples) {
    return `${environment} has ${samples} samples, but is checked at ${min_samples}.`;
  }
  if (correct > samples || total_correct > total_samples || samples > total_samples) {
    return `The counts of ${environment} contradict each other.`;
  }
  return null;
}

/** The same of the number of draws. */
export function findDrawsFault(draws: number): string | null {
  return draws > MAX_COUNT ? `No count may exceed ${MAX_COUNT}.` : null;
}
