import type { Logger } from "../log.ts";
import type { RequestContext } from "../requests/context.ts";
import type { Authorize } from "./authorization.ts";
import type { Counts, Refusal } from "./metrics/counts.ts";
import type { MetricsSources } from "./metrics/sources.ts";
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
  readonly counts: Counts;
  readonly statistics: MetricsSources["statistics"];
  readonly log: Logger;
  /** Takes note of a connection, or a request over HTTP, that is not let in. */
  readonly noteRefusal: (cause: Refusal) => void;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}
