import { after, type MaybePromise } from "../event-loop.ts";
import type { Outcome } from "../protocol/errors.ts";
import type { ObservationData, StepData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { toTold } from "./reasons.ts";
import { reportStep } from "./report.ts";

/**
 * Verifies one output against the session's current problem and counts it, in its curriculum, too: a
 * step that this cannot count does not count here either, and may be sent again.
 */
export function step(
  context: RequestContext,
  { output }: StepData,
  session: Session,
): MaybePromise<Outcome<ObservationData>> {
  const { problems, exposeAnswers } = context;
  const { problem, settings } = session;
  if (problem === null) return session.refuseStep("There is no problem yet: reset first.");
  const verified = problems.verify(problem, [output], settings, session);
  return after(verified, ([result]) =>
    after(
      reportStep(context, session, result),
      (error) => error ?? session.step(toTold(result, exposeAnswers)),
    ),
  );
}
