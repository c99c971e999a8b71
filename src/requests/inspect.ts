import type { RegisteredEnvironment } from "../environments/registry.ts";
import { isFailure } from "../problems/failure.ts";
import { drawProblem } from "../problems/picture.ts";
import type { Problem } from "../problems/problem.ts";
import { explainExtraction } from "../problems/reading/explain-extraction.ts";
import { extractAnswer } from "../problems/reading/extract-answer.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { type Reading, toReading } from "../problems/reading/reading.ts";
import { undress } from "../problems/reading/undress.ts";
import { findEnvironment } from "../problems/reference.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import { type Outcome, ProtocolError } from "../protocol/errors.ts";
import type { InspectBody, Inspected } from "../protocol/inspection.ts";
import { shorten } from "../wording.ts";
import type { RequestContext } from "./context.ts";
import { findProblem, refuseConfig } from "./find-problem.ts";
import { nameProblem, refuse } from "./name-problem.ts";

/** The longest of a read answer that is shown. */
const MAX_PARSED = 2000;

/**
 * How an output is read: which part is the answer, what is passed over, what the form makes of it,
 * and what that chose of the problem, where one is named.
 */
export async function inspect(
  context: RequestContext,
  body: InspectBody,
): Promise<Outcome<Inspected>> {
  const { output, answer_markers, reading: fields } = body;
  const markers = toMarkers(answer_markers) ?? context.settings.markers;
  const reading = toReading(fields) ?? context.settings.reading;
  const subject = await findSubject(context, body);
  if (subject instanceof ProtocolError) return subject;
  const { environment, problem } = subject;
  const answer = extractAnswer(output, markers, reading);
  const parsed =
    answer === null || environment === null ? null : parse(answer, environment, reading);
  const picture = problem === null || parsed === null ? null : drawProblem(problem, parsed);
  if (picture !== null && isFailure(picture)) {
    return new ProtocolError("EXECUTION_ERROR", picture.message);
  }
  return {
    parts: explainExtraction(output, markers, reading),
    answer,
    parsed: parsed === null ? null : shorten(stringifyJson(parsed), MAX_PARSED),
    ...(picture !== null && { picture }),
  };
}

/** An answer by its environment's form: where reading is lenient, the least undressed that has it. */
function parse(answer: string, { answer: form }: RegisteredEnvironment, reading: Reading) {
  const strict = form.parse(answer);
  if (strict !== null || !reading.lenient) return strict;
  for (const { text } of undress(answer)) {
    const parsed = form.parse(text);
    if (parsed !== null) return parsed;
  }
  return null;
}

interface Subject {
  readonly environment: RegisteredEnvironment | null;
  readonly problem: Problem | null;
}

/** The problem that is named, or the environment alone, or neither. */
async function findSubject(context: RequestContext, body: InspectBody): Promise<Outcome<Subject>> {
  const { problems } = context;
  if (body.problem_id == null && body.config == null) {
    if (body.environment == null) return { environment: null, problem: null };
    const environment = findEnvironment(body.environment, problems.registry);
    return isFailure(environment)
      ? refuse("environment", environment.message)
      : { environment, problem: null };
  }
  const target = nameProblem(body, problems.registry);
  if (target instanceof ProtocolError) return target;
  const problem = await findProblem(problems, target, body);
  if (isFailure(problem)) {
    return body.config == null
      ? new ProtocolError("EXECUTION_ERROR", problem.message)
      : refuseConfig(problem);
  }
  return { environment: problem.environment, problem };
}
