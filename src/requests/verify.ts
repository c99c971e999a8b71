import { after, createSlices, type MaybePromise, othersTurn } from "../event-loop.ts";
import { type AnswerMarkers, toMarkers } from "../problems/extract-answer.ts";
import { type Failure, isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { Verified } from "../problems/problems.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { VerifiedColumns, VerifiedData, VerifyData } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { inGroups, toProblemError } from "./batch.ts";
import type { RequestContext } from "./context.ts";
import { type Limits, refuseLargeBatch } from "./limits.ts";
import { isUnnamed, type NamedProblem, nameProblem } from "./name-problem.ts";

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
  const tooLarge = findExcess(data, context.limits);
  if (tooLarge) return tooLarge;
  const { markers: usual } = session?.settings ?? context.settings;
  const markers = toMarkers(data.answer_markers) ?? usual;
  const isSliceOver = createSlices();
  const results: VerifiedData["results"] = [];
  for (const group of inGroups(data.problems)) {
    // The problems of a group are asked for at once, so that missing ones are generated side by
    // side; configs, whose validation takes this thread's time, each in their turn.
    const ahead = group.map((named) =>
      named.config == null ? findProblem(context, named, session) : undefined,
    );
    for (const [index, named] of group.entries()) {
      const problem = await (ahead[index] ?? findProblem(context, named, session));
      if (problem instanceof ProtocolError || isFailure(problem)) {
        results.push(toProblemError(problem));
      } else {
        const columns = createColumns(data.explain ?? false);
        const counting = isUnnamed(named) ? session : null;
        for (let start = 0, end = 0; start < named.outputs.length; start = end) {
          end = endOfChunk(named.outputs, start);
          const outputs = named.outputs.slice(start, end);
          append(columns, await verifyChunk(context, problem, outputs, markers, counting));
          if (isSliceOver()) await othersTurn();
        }
        results.push(columns);
      }
      if (isSliceOver()) await othersTurn();
    }
  }
  return { results };
}

function findExcess({ problems }: VerifyData, limits: Limits): ProtocolError | null {
  const tooLarge = refuseLargeBatch(problems.length, "problems in a batch", limits);
  if (tooLarge) return tooLarge;
  for (const { outputs } of problems) {
    const tooMany = refuseLargeBatch(outputs.length, "outputs of one problem", limits);
    if (tooMany) return tooMany;
  }
  return null;
}

function findProblem(
  { problems }: RequestContext,
  named: NamedProblem,
  session: Session | null,
): MaybePromise<Outcome<Problem | Failure>> {
  if (isUnnamed(named)) {
    const message = "The session has no current problem: reset first.";
    return session?.problem ?? { failure: "invalid", message };
  }
  const target = nameProblem(named, problems.registry);
  if (target instanceof ProtocolError || "instance" in target) return target;
  return problems.cached(target) ?? problems.generate(target);
}

/** Outputs for a session's current problem count in its statistics. */
function verifyChunk(
  { problems }: RequestContext,
  problem: Problem,
  outputs: readonly string[],
  markers: AnswerMarkers,
  counting: Session | null,
): MaybePromise<Verified[]> {
  return after(problems.verify(problem, outputs, markers), (results) => {
    counting?.count(results);
    return results;
  });
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

function append(columns: VerifiedColumns, results: readonly Verified[]): void {
  for (const result of results) {
    const failed = isFailure(result);
    columns.reward.push(failed ? null : result.reward);
    columns.accuracy.push(failed ? null : result.accuracy);
    columns.format_score.push(failed ? null : result.format_score);
    columns.reason?.push(failed ? result.message : result.reason);
  }
}
