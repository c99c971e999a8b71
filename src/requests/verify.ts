import { after, createSlices, isLater, type MaybePromise, othersTurn } from "../event-loop.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Caller, Verified } from "../problems/problems.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { type Rule, STRICT, toReading } from "../problems/reading/reading.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { VerifiedColumns, VerifiedData, VerifyData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { inGroups, type ProblemError, toProblemError, toReplyTooLarge } from "./batch.ts";
import type { RequestContext } from "./context.ts";
import { findProblem } from "./find-problem.ts";
import { refuseExcess } from "./limits.ts";
import { isUnnamed, type NamedProblem, nameProblem, refuse } from "./name-problem.ts";
import { toTold } from "./reasons.ts";
import { toReportId } from "./report.ts";
import { Reporting } from "./reporting.ts";

/** How many outputs, and how many of their characters, are verified between two looks at the clock. */
const CHUNK_OUTPUTS = 64;
const CHUNK_CHARACTERS = 32_768;

/**
 * Verifies a batch: one result a problem, in columns, a value an output.
 * @param session whose current problem an unnamed one is; its outputs count there
 */
export async function verify(
  context: RequestContext,
  data: VerifyData,
  session: Session | null = null,
): Promise<Outcome<VerifiedData>> {
  const tooLarge = refuseExcess(data, context.limits);
  if (tooLarge) return tooLarge;
  const usual = session?.settings ?? context.settings;
  const rule = {
    markers: toMarkers(data.answer_markers) ?? usual.markers,
    reading: toReading(data.reading) ?? usual.reading,
  };
  const explain = data.explain ?? false;
  const reporting = data.curriculum == null ? null : new Reporting(data.curriculum);
  if (reporting === null && data.report_id != null) {
    return refuse("report_id", "A report id is for a curriculum: name one.");
  }
  const refused = reporting && (await reporting.refuse(context, data.problems, session));
  if (refused) return refused;
  // A request without a session is a caller of its own.
  const caller = session ?? data;
  const isSliceOver = createSlices();
  const results: VerifiedData["results"] = [];
  const { maxMessageBytes } = context.limits;
  let replyBytes = 0;
  for (const group of inGroups(data.problems)) {
    // The problems of a group are asked for at once, so that missing ones are generated side by
    // side; configs, whose validation takes this thread's time, each in their turn.
    const ahead = group.map((named) =>
      named.config == null && replyBytes <= maxMessageBytes
        ? findNamed(context, named, session, caller)
        : undefined,
    );
    for (const [index, named] of group.entries()) {
      if (replyBytes > maxMessageBytes) {
        results.push(toReplyTooLarge(maxMessageBytes));
        continue;
      }
      const found = ahead[index] ?? findNamed(context, named, session, caller);
      const counting = isUnnamed(named) ? session : null;
      const result = after(found, (problem) =>
        problem instanceof ProtocolError || isFailure(problem)
          ? toProblemError(problem)
          : after(
              verifyProblem(
                { context, problem, rule, caller, counting, explain, isSliceOver },
                named.outputs,
              ),
              (columns) => {
                reporting?.add(problem, columns);
                return columns;
              },
            ),
      );
      const entry = isLater(result) ? await result : result;
      results.push(entry);
      replyBytes += estimateBytes(entry);
      if (isSliceOver()) await othersTurn();
    }
  }
  if (reporting === null) return { results };
  const reported = await reporting.report(context, toReportId(data.report_id));
  return reported instanceof ProtocolError ? reported : { results, ...reported };
}

/** What the outputs of one problem are verified with. */
interface Verification {
  readonly context: RequestContext;
  readonly problem: Problem;
  readonly rule: Rule;
  /** On whose behalf. */
  readonly caller: Caller;
  /** The session in whose statistics they count. */
  readonly counting: Session | null;
  readonly explain: boolean;
  readonly isSliceOver: () => boolean;
}

/** The columns of one problem. Few outputs are verified at once, many in chunks. */
function verifyProblem(
  verification: Verification,
  outputs: readonly string[],
): MaybePromise<VerifiedColumns> {
  const columns = createColumns(verification);
  return outputs.length === 0 || endOfChunk(outputs, 0) === outputs.length
    ? after(verifyChunk(verification, outputs, columns), () => columns)
    : verifyChunks(verification, outputs, columns);
}

async function verifyChunks(
  verification: Verification,
  outputs: readonly string[],
  columns: VerifiedColumns,
): Promise<VerifiedColumns> {
  for (let start = 0, end = 0; start < outputs.length; start = end) {
    end = endOfChunk(outputs, start);
    const chunk = verifyChunk(verification, outputs.slice(start, end), columns);
    if (isLater(chunk)) await chunk;
    if (verification.isSliceOver()) await othersTurn();
  }
  return columns;
}

function verifyChunk(
  { context, problem, rule, caller, counting }: Verification,
  outputs: readonly string[],
  columns: VerifiedColumns,
): MaybePromise<void> {
  return after(context.problems.verify(problem, outputs, rule, caller), (results) => {
    // Outputs for a session's current problem count in its statistics.
    counting?.count(results);
    append(columns, results, context.exposeAnswers);
  });
}

function findNamed(
  { problems }: RequestContext,
  named: NamedProblem,
  session: Session | null,
  caller: Caller,
): MaybePromise<Outcome<Problem | Failure>> {
  if (isUnnamed(named)) {
    const message = "The session has no current problem: reset first.";
    return session?.problem ?? { failure: "invalid", message };
  }
  const target = nameProblem(named, problems.registry);
  return target instanceof ProtocolError ? target : findProblem(problems, target, caller);
}

/** Where the chunk of outputs ends that begins at `start`: it holds one output at least. */
function endOfChunk(outputs: readonly string[], start: number): number {
  let characters = outputs[start].length;
  let end = start + 1;
  while (end < outputs.length && end - start < CHUNK_OUTPUTS && characters < CHUNK_CHARACTERS) {
    characters += outputs[end].length;
    end++;
  }
  return end;
}

/** Beside reasons and messages: the punctuation, and three figures an output. */
const ENTRY_BYTES = 64;
const FIGURES_BYTES = 24;

function estimateBytes(entry: VerifiedColumns | ProblemError): number {
  if ("error" in entry) return ENTRY_BYTES + entry.error.message.length;
  const told = [...(entry.reason ?? []), ...(entry.reading ?? [])];
  const texts = told.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return ENTRY_BYTES + entry.reward.length * FIGURES_BYTES + texts;
}

/** Columns for results that are still to come. */
export function createColumns({
  explain,
  rule,
}: Pick<Verification, "explain" | "rule">): VerifiedColumns {
  const columns = { reward: [], accuracy: [], format_score: [] };
  if (!explain) return columns;
  const reasons = { ...columns, reason: [] };
  return rule.reading === STRICT ? reasons : { ...reasons, reading: [] };
}

/** Adds results to columns. */
export function append(
  columns: VerifiedColumns,
  results: readonly Verified[],
  exposeAnswers: boolean,
): void {
  for (const given of results) {
    const result = toTold(given, exposeAnswers);
    const failed = isFailure(result);
    columns.reward.push(failed ? null : result.reward);
    columns.accuracy.push(failed ? null : result.accuracy);
    columns.format_score.push(failed ? null : result.format_score);
    columns.reason?.push(failed ? result.message : result.reason);
    columns.reading?.push(failed ? null : result.reading);
  }
}
