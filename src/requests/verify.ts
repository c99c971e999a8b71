import { setImmediate as othersTurn } from "node:timers/promises";
import type { Outcome } from "../event-loop.ts";
import type { AnswerMarkers } from "../problems/extract-answer.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { VerifierResult } from "../problems/verify.ts";
import type { VerifiedColumns, VerifiedData, VerifyData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { toMarkers } from "../session/settings.ts";
import { createSlices, inGroups, refuseLarge, toProblemError } from "./batch.ts";
import { isUnnamed, type NamedProblem, toProblemOrReference } from "./name-problem.ts";

/** How many outputs, and how many of their characters, are verified between two looks at the clock. */
const CHUNK_OUTPUTS = 64;
const CHUNK_CHARACTERS = 32_768;

/** Verifies a batch: one result a problem, in columns, a value an output. */
export async function verifyBatch(
  session: Session,
  data: VerifyData,
): Promise<Outcome<VerifiedData>> {
  const { maxBatch } = session.context;
  const tooLarge = refuseLarge(data.problems.length, maxBatch, "problems in a batch");
  if (tooLarge) return tooLarge;
  for (const { outputs } of data.problems) {
    const tooMany = refuseLarge(outputs.length, maxBatch, "outputs of one problem");
    if (tooMany) return tooMany;
  }

  const markers = toMarkers(data.answer_markers) ?? session.settings.markers;
  const isSliceOver = createSlices();
  const results: VerifiedData["results"] = [];
  for (const group of inGroups(data.problems)) {
    // The problems of a group are asked for at once, so that missing ones are generated side by
    // side; configs, whose validation takes this thread's time, each in their turn.
    const ahead = group.map((named) =>
      named.config == null ? findProblem(session, named) : undefined,
    );
    for (const [index, named] of group.entries()) {
      const found = ahead[index] ?? findProblem(session, named);
      const problem = found instanceof Promise ? await found : found;
      if (isFailure(problem)) {
        results.push(toProblemError(problem));
      } else {
        const columns = createColumns(data.explain ?? false);
        const verify = toVerification(session, named, problem, markers);
        for (let start = 0, end = 0; start < named.outputs.length; start = end) {
          end = endOfChunk(named.outputs, start);
          const verified = verify(named.outputs.slice(start, end));
          append(columns, verified instanceof Promise ? await verified : verified);
          if (isSliceOver()) await othersTurn();
        }
        results.push(columns);
      }
      if (isSliceOver()) await othersTurn();
    }
  }
  return { results };
}

function findProblem(
  session: Session,
  named: NamedProblem,
): Problem | Failure | Promise<Problem | Failure> {
  if (isUnnamed(named)) {
    const message = "The session has no current problem: reset first.";
    return session.problem ?? { failure: "invalid", message };
  }
  const { problems } = session.context;
  const target = toProblemOrReference(named, problems.registry);
  if (isFailure(target) || "instance" in target) return target;
  return problems.cached(target) ?? problems.generate(target);
}

/** Outputs for the session's current problem count in its statistics. */
function toVerification(
  session: Session,
  named: NamedProblem,
  problem: Problem,
  markers: AnswerMarkers,
) {
  return isUnnamed(named)
    ? (outputs: readonly string[]) => session.verifyCurrent(problem, outputs, markers)
    : (outputs: readonly string[]) => session.context.problems.verify(problem, outputs, markers);
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

function createColumns(explain: boolean): VerifiedColumns {
  const columns = { reward: [], accuracy: [], format_score: [] };
  return explain ? { ...columns, reason: [] } : columns;
}

function append(columns: VerifiedColumns, results: readonly (VerifierResult | Failure)[]): void {
  for (const result of results) {
    const failed = isFailure(result);
    columns.reward.push(failed ? null : result.reward);
    columns.accuracy.push(failed ? null : result.accuracy);
    columns.format_score.push(failed ? null : result.format_score);
    columns.reason?.push(failed ? result.message : result.reason);
  }
}
