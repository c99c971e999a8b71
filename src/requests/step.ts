import { after, type MaybePromise } from "../event-loop.ts";
import type { ObservationData, StepData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { toTold } from "./reasons.ts";

/** Verifies one output against the session's current problem and counts it. */
export function step(
  { problems, exposeAnswers }: RequestContext,
  { output }: StepData,
  session: Session,
): MaybePromise<ObservationData> {
  const { problem, settings } = session;
  if (problem === null) return session.refuseStep("There is no problem yet: reset first.");
  const verified = problems.verify(problem, [output], settings, session);
  return after(verified, ([result]) => session.step(toTold(result, exposeAnswers)));
}
