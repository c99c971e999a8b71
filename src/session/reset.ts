import type { ProblemReference } from "../problems/reference.ts";
import type { StoredTarget } from "../problems/stored.ts";
import type { Settings } from "./settings.ts";

/** What a reset makes of a session, once nothing can be wrong with the request any more. */
export interface Reset {
  readonly settings: Settings;
  /** The seed of the next reset without one. */
  readonly nextSeed: number;
  /** The stored problem, or the reference of the one to generate; null where a curriculum has drawn. */
  readonly target: StoredTarget | ProblemReference | null;
  /** The caller's name for the episode; null for a new UUID. */
  readonly episodeId: string | null;
  /** Under which steps report to the curriculum that has drawn the problem; null where none has. */
  readonly reportKey: string | null;
  /** Keys of the request that mean nothing to a reset: clients pass whole dataset rows. */
  readonly ignored: readonly string[];
}
