import type { Outcome as LevelOutcome } from "../curriculum/rule.ts";
import type { ReportId } from "../curriculum/store.ts";
import { after, type MaybePromise } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import type { Verified } from "../problems/problems.ts";
import type { ReportData, ReportedData } from "../protocol/curricula.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { Session } from "../session/session.ts";
import type { RequestContext } from "./context.ts";
import { readId } from "./name-problem.ts";

/** Tells a curriculum what outputs that were verified elsewhere came to: all counts, or nothing. */
export async function report(
  { curricula, problems }: RequestContext,
  { curriculum, report_id, outcomes }: ReportData,
): Promise<Outcome<ReportedData>> {
  const named: LevelOutcome[] = [];
  for (const { problem_id, samples, correct } of outcomes) {
    const reference = readId(problem_id, problems.registry);
    if (reference instanceof ProtocolError) return reference;
    const { environment, difficulty } = reference;
    named.push({ environment, difficulty, samples, correct });
  }
  const refused = await curricula.refuse(curriculum, named);
  return refused ?? curricula.report(curriculum, named, toReportId(report_id));
}

/** A report that has an id of its own. */
export function toReportId(id: string | null | undefined): ReportId | null {
  return id == null ? null : { key: id, number: 0 };
}

/** Tells the session's curriculum what a step came to, once however often the step is sent. */
export function reportStep(
  { curricula }: RequestContext,
  session: Session,
  result: Verified,
): MaybePromise<ProtocolError | null> {
  const { problem, reportId, settings } = session;
  if (reportId === null || settings.curriculum === null || isFailure(result)) return null;
  if (problem === null || problem.difficulty === null) return null;
  const { environment, difficulty } = problem;
  const outcome = { environment: environment.id, difficulty, samples: 1, correct: result.accuracy };
  return after(curricula.report(settings.curriculum, [outcome], reportId), (reported) =>
    reported instanceof ProtocolError ? reported : null,
  );
}
