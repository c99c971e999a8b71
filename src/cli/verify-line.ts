import { LRUCache } from "lru-cache";
import { z } from "zod";
import { environments } from "../environments/registry.ts";
import {
  type Failure,
  generateProblem,
  isFailure,
  type Problem,
  type ProblemReference,
} from "../problems/problem.ts";
import { DEFAULT_MARKERS, verifyOutput } from "../problems/verify.ts";
import { parseJson, stringifyJson } from "../protocol/codecs/lossless.ts";
import { toValidationError } from "../protocol/errors.ts";
import { AnswerMarkerPair, type ErrorCode, ProblemToVerify } from "../protocol/messages.ts";
import { toProblemError } from "../requests/batch.ts";
import { toProblemOrReference } from "../requests/name-problem.ts";
import { toMarkers } from "../session/settings.ts";

const Line = ProblemToVerify.omit({ outputs: true }).extend({
  output: z.string(),
  answer_markers: AnswerMarkerPair.nullish(),
});

/** Enough for a GRPO run's groups to be generated once. */
const REMEMBERED_PROBLEMS = 256;

/** Gives a function that turns one line of input into its line of output. */
export function createLineVerifier(explain: boolean): (line: string) => string {
  const remembered = new LRUCache<string, Problem>({ max: REMEMBERED_PROBLEMS });

  function toProblem(reference: ProblemReference): Problem | Failure {
    const key = `${reference.environment}/${reference.difficulty}/${reference.seed}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const environment = environments.get(reference.environment);
    if (environment === undefined) throw new Error(`no environment ${reference.environment}`);
    const problem = generateProblem(environment, reference.difficulty, reference.seed);
    remembered.set(key, problem);
    return problem;
  }

  function verifyLine(line: string): object {
    const input = readLine(line);
    if ("error" in input) return input;
    try {
      const named = toProblemOrReference(input, environments);
      if (isFailure(named)) return toProblemError(named);
      const problem = "instance" in named ? named : toProblem(named);
      if (isFailure(problem)) return toProblemError(problem);
      const markers = toMarkers(input.answer_markers) ?? DEFAULT_MARKERS;
      const { reward, accuracy, format_score, reason } = verifyOutput(
        problem,
        input.output,
        markers,
      );
      return { reward, accuracy, format_score, ...(explain && { reason }) };
    } catch (error) {
      return toError("EXECUTION_ERROR", error instanceof Error ? error.message : String(error));
    }
  }

  return (line) => stringifyJson(verifyLine(line));
}

function readLine(line: string): z.infer<typeof Line> | { error: object } {
  let value: unknown;
  try {
    value = parseJson(line);
  } catch (error) {
    return toError("INVALID_JSON", error instanceof Error ? error.message : String(error));
  }
  const parsed = Line.safeParse(value);
  return parsed.success ? parsed.data : { error: toValidationError(Line, value).data };
}

function toError(
  code: ErrorCode,
  message: string,
): { error: { code: ErrorCode; message: string } } {
  return { error: { code, message: message.slice(0, 300) } };
}
