import type { Verdict } from "../environments/toolkit/scoring/verdicts.ts";
import { shorten } from "../wording.ts";
import { type AnswerMarkers, extractAnswer } from "./extract-answer.ts";
import type { Problem } from "./problem.ts";

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
): VerifierResult {
  const text = extractAnswer(output, markers);
  if (text === null) {
    const [start, end] = [markers.start, markers.end].map((it) => shorten(it, MAX_MARKER_SHOWN));
    return toMalformed(`no answer between ${start} and ${end}`);
  }
  const { environment, instance, passingThreshold } = problem;
  const answer = environment.answer.parse(text);
  if (answer === null) return toMalformed(`not of the form: ${environment.answer.description}`);

  const verdict = environment.score(answer, instance);
  const { reward } = verdict;
  if (!(reward >= -1 && reward <= 1)) {
    throw new Error(`${environment.id} gave the reward ${reward}, outside [−1, 1]`);
  }
  return {
    reward,
    accuracy: reward >= passingThreshold ? 1 : 0,
    format_score: reward === -1 ? 0 : 1,
    ...toReasons(verdict),
  };
}

function toMalformed(reason: string): VerifierResult {
  return { reward: -1, accuracy: 0, format_score: 0, ...toReasons({ reason }) };
}

function toReasons({
  reason,
  goldFreeReason = reason,
}: Pick<Verdict, "reason" | "goldFreeReason">) {
  return { reason: cut(reason), goldFreeReason: cut(goldFreeReason) };
}

function cut(reason: string | undefined): string | null {
  return reason === undefined ? null : shorten(reason, MAX_REASON_LENGTH);
}
