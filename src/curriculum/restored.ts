import type { Registry } from "../environments/registry.ts";
import { createSlices, othersTurn } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import type { CurriculumState } from "../protocol/curricula.ts";
import type { Outcome } from "../protocol/errors.ts";
import { namesPreset } from "../quality/choose-environments.ts";
import { assembleCurriculum, type Curriculum, findCurriculum } from "./curriculum.ts";
import { refuse } from "./refusals.ts";
import type { Progress } from "./rule.ts";
import { toKept } from "./state.ts";
import type { Kept } from "./store.ts";

/* States from elsewhere, and what they cannot be. */

/** Nobody counts so far; what is added to it stays an exact number, and is read again as one. */
const MAX_COUNT = 1e15;

/** What is kept of a curriculum that comes with its state. */
export async function toRestored(
  { definition, draws, environments }: CurriculumState,
  registry: Registry,
): Promise<Outcome<Kept>> {
  const named = await findCurriculum(definition, registry);
  if (isFailure(named)) return refuse("environments", named.message);
  const drawsFault = findDrawsFault(draws);
  if (drawsFault !== null) return refuse("draws", drawsFault);
  const members = Object.entries(environments);
  const weights = new Map(members.map(([environment, { weight }]) => [environment, weight]));
  const curriculum = await assembleCurriculum(definition, weights, registry);
  if (isFailure(curriculum)) return refuse("environments", curriculum.message);
  const progress = new Map<string, Progress>();
  const isSliceOver = createSlices();
  for (const [environment, { weight, ...own }] of members) {
    const member = named.memberOf.get(environment);
    // What a preset has stays as it was when the curriculum was made.
    const isOfPreset = member === undefined && namesPreset(definition.environments);
    if (!isOfPreset && member?.weight !== weight) {
      const should = member === undefined ? "draws nothing of it" : `says ${member.weight}`;
      return refuse(
        "environments",
        `The state has ${environment} with weight ${weight}, but its definition ${should}.`,
      );
    }
    const fault = findFault(curriculum, environment, own);
    if (fault !== null) return refuse("environments", fault);
    progress.set(environment, own);
    if (isSliceOver()) await othersTurn();
  }
  return { ...toKept(curriculum), draws, progress };
}

/** What a curriculum cannot have come to; null where it can. */
function findFault(
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
function findDrawsFault(draws: number): string | null {
  return draws > MAX_COUNT ? `No count may exceed ${MAX_COUNT}.` : null;
}
