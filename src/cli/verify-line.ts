import { z } from "zod";
import { environments } from "../environments/registry.ts";
import { toMarkers } from "../problems/extract-answer.ts";
import { isFailure } from "../problems/failure.ts";
import { createInProcessProblems } from "../problems/in-process.ts";
import { DEFAULT_MARKERS } from "../problems/verify.ts";
import { parseJson, stringifyJson } from "../protocol/codecs/lossless.ts";
import { ProtocolError, toValidationError } from "../protocol/errors.ts";
import { AnswerMarkerPair, ProblemToVerify } from "../protocol/messages.ts";
import { toProblemError } from "../requests/batch.ts";
import { nameProblem } from "../requests/name-problem.ts";
import { validate } from "../validation.ts";
import { shorten, toMessage } from "../wording.ts";

const Line = ProblemToVerify.omit({ outputs: true }).extend({
  output: z.string(),
  answer_markers: AnswerMarkerPair.nullish(),
});

/** Gives a function that turns one line of input into its line of output. */
export function createLineVerifier(explain: boolean): (line: string) => string {
  const problems = createInProcessProblems({ registry: environments });

  function verifyLine(line: string): object {
    const input = readLine(line);
    if ("error" in input) return input;
    const named = nameProblem(input, environments);
    if (named instanceof ProtocolError) return toProblemError(named);
    const problem = "stored" in named ? problems.open(named) : problems.generate(named);
    if (isFailure(problem)) return toProblemError(problem);
    const markers = toMarkers(input.answer_markers) ?? DEFAULT_MARKERS;
    const [result] = problems.verify(problem, [input.output], markers);
    if (isFailure(result)) return toProblemError(result);
    const { reward, accuracy, format_score, reason } = result;
    return { reward, accuracy, format_score, ...(explain && { reason }) };
  }

  return (line) => stringifyJson(verifyLine(line));
}

function readLine(line: string): z.infer<typeof Line> | { error: object } {
  let value: unknown;
  try {
    value = parseJson(line);
  } catch (error) {
    return { error: { code: "INVALID_JSON", message: shorten(toMessage(error)) } };
  }
  const parsed = validate(Line, value);
  return parsed.success ? parsed.data : { error: toValidationError(Line, value).data };
}
