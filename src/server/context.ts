import type { RequestContext } from "../requests/context.ts";
import type { Authorize } from "./authorization.ts";
import type { RefuseOrigin } from "./origins.ts";
import type { Sessions } from "./sessions.ts";

/** What the parts of the server work with; each takes what it needs. */
export interface ServerContext {
  readonly context: RequestContext;
  readonly sessions: Sessions;
  readonly authorize: Authorize;
  readonly refuseOrigin: RefuseOrigin;
  /** Whether problems can be had now. */
  readonly isReady: () => boolean;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}
