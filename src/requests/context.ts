import type { Curricula } from "../curriculum/curricula.ts";
import type { Problems } from "../problems/problems.ts";
import type { SessionDefaults } from "../session/session.ts";
import type { Limits } from "./limits.ts";

/** What answering requests works with, beside a session. */
export interface RequestContext extends SessionDefaults {
  readonly problems: Omit<Problems, "close">;
  readonly curricula: Omit<Curricula, "close">;
  /** Whether generate may include configs and reference answers, and reasons tell gold figures. */
  readonly exposeAnswers: boolean;
  readonly limits: Limits;
}
