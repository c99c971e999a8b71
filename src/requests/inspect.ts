import { isFailure } from "../problems/failure.ts";
import { explainExtraction } from "../problems/reading/explain-extraction.ts";
import { extractAnswer } from "../problems/reading/extract-answer.ts";
import { toMarkers } from "../problems/reading/markers.ts";
import { toReading } from "../problems/reading/reading.ts";
import { findEnvironment } from "../problems/reference.ts";
import { stringifyJson } from "../protocol/codecs/lossless.ts";
import type { Outcome } from "../protocol/errors.ts";
import type { InspectBody, Inspected } from "../protocol/inspection.ts";
import { shorten } from "../wording.ts";
import type { RequestContext } from "./context.ts";
import { refuse } from "./name-problem.ts";

/** The longest of a read answer that is shown. */
const MAX_PARSED = 2000;

/** How an output is read: which part is the answer, what is passed over, and what the form makes of it. */
export function inspect(
  { settings, problems: { registry } }: RequestContext,
  { output, environment: id, answer_markers, reading: fields }: InspectBody,
): Outcome<Inspected> {
  const markers = toMarkers(answer_markers) ?? settings.markers;
  const reading = toReading(fields) ?? settings.reading;
  const environment = id == null ? null : findEnvironment(id, registry);
  if (environment !== null && isFailure(environment)) {
    return refuse("environment", environment.message);
  }
  const answer = extractAnswer(output, markers, reading);
  const parsed = answer === null ? null : (environment?.answer.parse(answer) ?? null);
  return {
    parts: explainExtraction(output, markers, reading),
    answer,
    parsed: parsed === null ? null : shorten(stringifyJson(parsed), MAX_PARSED),
  };
}
