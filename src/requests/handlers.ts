import type { MaybePromise } from "../event-loop.ts";
import type { Outcome } from "../protocol/errors.ts";
import type { AnsweredType, ReplyData, RequestData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { generate } from "./generate.ts";
import { report } from "./report.ts";
import { reset } from "./reset.ts";
import { restore } from "./restore.ts";
import { step } from "./step.ts";
import { verify } from "./verify.ts";

/** How a request of one type is answered in a session. */
type Handler<Type extends AnsweredType> = (
  context: RequestContext,
  data: RequestData<Type>,
  session: Session,
) => MaybePromise<Outcome<ReplyData<Type>>>;

/** One handler a message type; the compiler checks them against the table of messages. */
export type Handlers = { readonly [Type in AnsweredType]: Handler<Type> };

/**
 * The handlers of everything but MCP (`mcp`, `tool`), whose server is given to `dispatch` from outside. Batches need
 * no session: verify takes one, for problems that are not named, generate none.
 */
export const handlers = {
  reset: (context, data, session) => reset(context, data ?? {}, session),
  step,
  state: (_context, _data, session) => session.state(),
  restore,
  verify,
  generate,
  report,
} satisfies Omit<Handlers, "mcp" | "tool">;
