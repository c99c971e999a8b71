import type { Caller } from "../problems.ts";
import type { AlonePermit } from "./job-queue.ts";

/** What is asked of a worker here. */
interface Occupied {
  /** Whether its job takes long, or is one of those that may. */
  readonly isOccupied: boolean;
  /** On whose behalf. */
  readonly occupant: Caller | undefined;
}

/**
 * Which jobs that may take long a further worker can be spared for, if any: one worker at least
 * remains for jobs that are quick as far as is known; of the others one for jobs that may be and,
 * once there are as many workers as there can be, one for other callers.
 * @param mostWorkers how many there can be, with those in place of stuck ones
 */
export function toPermit(ready: readonly Occupied[], mostWorkers: number): AlonePermit | null {
  const places = Math.max(1, ready.length - 1);
  const placesOfCaller = Math.max(1, mostWorkers - 2);
  const occupied = ready.filter(({ isOccupied }) => isOccupied);
  if (occupied.length >= places) return null;
  return {
    mayHave: (caller: Caller) =>
      occupied.filter(({ occupant }) => occupant === caller).length < placesOfCaller,
    slowToo: occupied.length < Math.max(1, places - 1),
  };
}
