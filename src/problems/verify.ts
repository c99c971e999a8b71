import { quote, shorten } from "../wording.ts";
import type { Problem } from "./problem.ts";
import { extractAnswer } from "./reading/extract-answer.ts";
import type { AnswerMarkers } from "./reading/markers.ts";
import { type Reading, STRICT, without } from "./reading/reading.ts";
import { undress, unwrap } from "./reading/undress.ts";

/** The figures of a verified output, and why it did not earn full reward. */
export interface VerifierResult {
  /** In [−1, 1]. */
  readonly reward: number;
  /** 1 exactly when the reward reaches the problem's passing threshold. */
  readonly accuracy: 0 | 1;
  /** 0 exactly when the reward is −1. */
  readonly format_score: 0 | 1;
  /** May tell gold figures: for the library, the command line, and servers that give these out. */
  readonly reason: string | null;
  /** The same without gold figures. */
  readonly goldFreeReason: string | null;
  /** What was read and by which rule, where the original's rule would have read something else. */
  readonly reading: string | null;
}

/** The longest reason: there may be thousands in a reply. */
const MAX_REASON_LENGTH = 200;

/** The longest part of an answer marker that a reason shows. */
const MAX_MARKER_SHOWN = 24;

export const DEFAULT_MARKERS: AnswerMarkers = { start: "<answer>", end: "</answer>" };

/**
 * Verifies a model's whole output against a problem, in time linear in the output.
 * @throws Error on an internal failure of the environment, which must never become a reward
 */
export function verifyOutput(
  problem: Problem,
  output: string,
  markers: AnswerMarkers = DEFAULT_MARKERS,
  reading: Reading = STRICT,
): VerifierResult {
  const text = extractAnswer(output, markers, reading);
  if (text === null) {
    const [start, end] = [markers.start, markers.end].map((it) => shorten(it, MAX_MARKER_SHOWN));
    return toMalformed(`no answer between ${start} and ${end}`);
  }
  const strict = verifyAnswer(problem, text);
  if (reading.lenient && isMaybeDressed(problem, strict)) {
    const lenient = verifyUndressed(problem, text, strict);
    if (lenient !== null) return lenient;
  }
  if (reading === STRICT) return strict;
  return { ...strict, reading: explainExtraction(output, markers, reading, text) };
}

/**
 * Whether an answer is not well-formed. Where any text is of the form, only a right answer surely
 * wears no dress.
 */
function isMaybeDressed({ environment }: Problem, strict: VerifierResult): boolean {
  return strict.format_score === 0 || (environment.answer.isOpen === true && strict.accuracy === 0);
}

/**
 * The figures of the least undressed text that is well-formed; null if none is. Where any text is
 * of the form, those of the text that earns most; there only what encloses it is taken off, since
 * commas and brackets may be its own.
 */
function verifyUndressed(
  problem: Problem,
  answer: string,
  strict: VerifierResult,
): VerifierResult | null {
  const isMalformed = strict.format_score === 0;
  let best: VerifierResult | null = null;
  for (const { text, without } of isMalformed ? undress(answer) : unwrap(answer)) {
    const result = verifyAnswer(problem, text);
    if (result.reward <= (best ?? strict).reward) continue;
    best = { ...result, reading: `read ${quote(text)} (lenient: without ${without.join(", ")})` };
    if (problem.environment.answer.isOpen !== true) break;
  }
  return best;
}

/** Which options made the answer another than the original's rule finds; null if none did. */
function explainExtraction(
  output: string,
  markers: AnswerMarkers,
  reading: Reading,
  text: string,
): string | null {
  if (extractAnswer(output, markers) === text) return null;
  const options = (["completion", "innermost", "think"] as const).filter(
    (option) =>
      reading[option] && extractAnswer(output, markers, without(reading, option)) !== text,
  );
  // Where either of two options is enough, none is missed alone.
  const names = options.length > 0 ? options : Object.keys(without(reading, "lenient"));
  return `read ${quote(text)} (${names.join(", ")})`;
}

function verifyAnswer(
  { environment, instance, passingThreshold }: Problem,
  text: string,
): VerifierResult {
  const answer = environment.answer.parse(text);
  if (answer === null) return toMalformed(`not of the form: ${environment.answer.description}`);

  const { reward, reason, goldFreeReason = reason } = environment.score(answer, instance);
  if (!(reward >= -1 && reward <= 1)) {
    throw new Error(`${environment.id} gave the reward ${reward}, outside [−1, 1]`);
  }
  return {
    reward,
    accuracy: reward >= passingThreshold ? 1 : 0,
    format_score: reward === -1 ? 0 : 1,
    reason: cut(reason),
    goldFreeReason: cut(goldFreeReason),
    reading: null,
  };
}

function toMalformed(fault: string): VerifierResult {
  const reason = cut(fault);
  return {
    reward: -1,
    accuracy: 0,
    format_score: 0,
    reason,
    goldFreeReason: reason,
    reading: null,
  };
}

function cut(reason: string | undefined): string | null {
  return reason === undefined ? null : shorten(reason, MAX_REASON_LENGTH);
}
