import type { MaybePromise, Outcome } from "../event-loop.ts";
import type { AnsweredType, ReplyData, RequestData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { generateBatch } from "./generate.ts";
import { verifyBatch } from "./verify.ts";

/** How a request of one type is answered in a session. */
type Handler<Type extends AnsweredType> = (
  session: Session,
  data: RequestData<Type>,
) => MaybePromise<Outcome<ReplyData<Type>>>;

/** One handler a message type; the compiler checks them against the table of messages. */
export type Handlers = { readonly [Type in AnsweredType]: Handler<Type> };

/** The handlers of everything but MCP, whose server is given to `dispatch` from outside. */
export const handlers: Omit<Handlers, "mcp"> = {
  reset: (session, data) => session.reset(data ?? {}),
  step: (session, { output }) => session.step(output),
  state: (session) => session.state(),
  verify: verifyBatch,
  generate: generateBatch,
};
