import { setImmediate as othersTurn } from "node:timers/promises";
import type { Outcome } from "../event-loop.ts";
import { isFailure } from "../problems/failure.ts";
import type { Problem } from "../problems/problem.ts";
import type { ProblemReference } from "../problems/reference.ts";
import { toStored } from "../problems/stored.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { ProtocolError } from "../protocol/errors.ts";
import type { GenerateData, GeneratedData, GeneratedProblem } from "../protocol/messages.ts";
import type { Session } from "../session/session.ts";
import { createSlices, inGroups, type ProblemError, refuseLarge, toProblemError } from "./batch.ts";
import { toReference } from "./name-problem.ts";

type Include = ReadonlySet<"config" | "reference_answer">;

/** Generates a batch of problems, with their answers only where the server gives these out. */
export async function generateBatch(
  session: Session,
  data: GenerateData,
): Promise<Outcome<GeneratedData>> {
  const { problems, exposeAnswers, maxBatch, maxReplyBytes } = session.context;
  const tooLarge = refuseLarge(data.problems.length, maxBatch, "problems in a batch");
  if (tooLarge) return tooLarge;
  const include: Include = new Set(data.include ?? []);
  if (include.size > 0 && !exposeAnswers) {
    return new ProtocolError(
      "VALIDATION_ERROR",
      "This server does not give out configs and reference answers: RLVEGYM_EXPOSE_ANSWERS is not set.",
    );
  }
  const generateNamed = async (named: GenerateData["problems"][number]) => {
    const reference = toReference(named, problems.registry);
    if (isFailure(reference)) return toProblemError(reference);
    const problem = problems.cached(reference) ?? (await problems.generate(reference));
    return isFailure(problem)
      ? toProblemError(problem)
      : describe(session, problem, reference, include);
  };
  const isSliceOver = createSlices();
  const generated: GeneratedData["problems"] = [];
  let replyBytes = 0;
  for (const group of inGroups(data.problems)) {
    if (replyBytes > maxReplyBytes) {
      const error = toReplyTooLarge(maxReplyBytes);
      generated.push(...group.map((named) => ({ ...named, ...error })));
      continue;
    }
    // The problems of a group are generated side by side.
    const entries = await Promise.all(group.map(generateNamed));
    for (const [index, named] of group.entries()) {
      let entry: GeneratedProblem | ProblemError = entries[index];
      if (!("error" in entry)) replyBytes += estimateBytes(entry);
      if (replyBytes > maxReplyBytes) entry = toReplyTooLarge(maxReplyBytes);
      generated.push("error" in entry ? { ...named, ...entry } : entry);
      if (isSliceOver()) await othersTurn();
    }
  }
  return { problems: generated };
}

function toReplyTooLarge(maxReplyBytes: number): ProblemError {
  const message = `The reply would exceed ${maxReplyBytes} bytes: ask for fewer problems at once.`;
  return { error: { code: "BATCH_TOO_LARGE", message } };
}

async function describe(
  session: Session,
  problem: Problem,
  { environment, difficulty, seed }: ProblemReference,
  include: Include,
): Promise<GeneratedProblem | ProblemError> {
  const answer = include.has("reference_answer")
    ? await session.context.problems.solve(problem)
    : null;
  if (answer !== null && isFailure(answer)) return toProblemError(answer);
  return {
    problem_id: problem.id ?? "",
    environment,
    difficulty,
    seed,
    parameters: problem.parameters,
    problem_input: problem.prompt,
    ...(include.has("config") && { config: toStored(problem) }),
    ...(answer !== null && { reference_answer: answer.answer }),
  };
}

function estimateBytes({ problem_input, config }: GeneratedProblem): number {
  return problem_input.length + (config === undefined ? 0 : stringifyJson(config).length);
}
