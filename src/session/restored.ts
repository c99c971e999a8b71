import type { Problem } from "../problems/problem.ts";
import type { Settings } from "./settings.ts";

/** All that a session was, once nothing can be wrong with what the client says of it. */
export interface Restored {
  readonly settings: Settings;
  readonly nextSeed: number;
  readonly problem: Problem | null;
  readonly episodeId: string | null;
  readonly reportKey: string | null;
  readonly stepCount: number;
  readonly accuracySum: number;
}
