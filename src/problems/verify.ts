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
  readonly reason: string | null;
}

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
    return toMalformed(`no answer between ${markers.start} and ${markers.end}`);
  }
  const { environment, instance, passingThreshold } = problem;
  const answer = environment.answer.parse(text);
  if (answer === null) return toMalformed(`not of the form: ${environment.answer.description}`);

  const { reward, reason = null } = environment.score(answer, instance);
  if (!(reward >= -1 && reward <= 1)) {
    throw new Error(`${environment.id} gave the reward ${reward}, outside [−1, 1]`);
  }
  return {
    reward,
    accuracy: reward >= passingThreshold ? 1 : 0,
    format_score: reward === -1 ? 0 : 1,
    reason,
  };
}

function toMalformed(reason: string): VerifierResult {
  return { reward: -1, accuracy: 0, format_score: 0, reason };
}
