import type { SessionContext } from "../session/session.ts";
import type { Authorize } from "./authorization.ts";
import type { Limits } from "./limits.ts";
import type { Sessions } from "./sessions.ts";

/** What the parts of the server work with; each takes what it needs. */
export interface ServerContext {
  readonly context: SessionContext;
  readonly sessions: Sessions;
  readonly authorize: Authorize;
  readonly limits: Limits;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}
