import { z } from "zod";
import { inPlainWords } from "../plain-words.ts";
import { parseJson } from "../protocol/codecs/lossless.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { AnswerMarkerPair, ProblemToVerify, Reading } from "../protocol/messages.ts";
import { findProblemId } from "../rows/find-problem-id.ts";
import { validate } from "../validation.ts";
import { shorten, toMessage } from "../wording.ts";

const Line = z.object({
  ...ProblemToVerify.shape,
  output: z.string().nullish(),
  outputs: z.array(z.string()).nullish(),
  answer_markers: AnswerMarkerPair.nullish(),
  reading: Reading.nullish(),
});

/** What verifying needs of a line; other keys are its owner's. */
export type LineInput = z.infer<typeof Line>;

/** The object that a line of JSON holds; what it is not, in a sentence, as an error. */
export function parseLine(line: string): Record<string, unknown> | ProtocolError {
  try {
    const value = parseJson(line);
    return isObject(value) ? value : refuseLine("The line is not a JSON object.");
  } catch (error) {
    const where = toMessage(error).replace(/ \(line \d+ column \d+\)/, "");
    return new ProtocolError("INVALID_JSON", `The line is not JSON: ${shorten(where)}`);
  }
}

/** The fields of a line that verifying needs, or the first fault of theirs as an error. */
export function readFields(value: Record<string, unknown>): LineInput | ProtocolError {
  // The problem id decides, and what stores rows may have changed the config beside it.
  const known = value.problem_id == null ? findRow(value) : { ...value, config: null };
  const parsed = validate(Line, known, { error: inPlainWords });
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return refuseLine(`${path.join(".")} ${message}`);
  }
  const { output, outputs } = parsed.data;
  if (output == null && outputs == null)
    return refuseLine("output (or outputs, a list) is missing");
  if (output != null && outputs != null) return refuseLine("Give output or outputs, not both.");
  return parsed.data;
}

/** A row whose trainer dropped the column `problem_id` has the id where its format keeps it, too. */
function findRow(value: Record<string, unknown>): Record<string, unknown> {
  const problem_id = value.environment == null ? findProblemId(value) : null;
  if (problem_id !== null) return { ...value, problem_id, config: null };
  return typeof value.config === "string" ? { ...value, config: readConfig(value.config) } : value;
}

/** A config of a row from Parquet, where it is text; what is no JSON is refused as it is. */
function readConfig(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

function refuseLine(message: string): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", message);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
