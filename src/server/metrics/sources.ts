import type { Curricula } from "../../curriculum/curricula.ts";
import type { PooledStatistics } from "../../problems/pooled.ts";
import type { Sessions } from "../sessions.ts";
import type { Counts } from "./counts.ts";

/** Where metrics are read. */
export interface MetricsSources {
  readonly counts: Counts;
  readonly sessions: Pick<Sessions, "active" | "capacity" | "isDraining">;
  readonly curricula: Pick<Curricula, "names" | "state">;
  /** What workers and cache do; null where problems are made in this process. */
  readonly statistics: (() => PooledStatistics) | null;
}
