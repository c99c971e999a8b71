/**
 * What scoring an answer gives: a reward in [−1, 1] and, below full reward, a short factual reason
 * in terms of the problem. The figures of a reason must not grow with the answer.
 */
export interface Verdict {
  readonly reward: number;
  readonly reason?: string;
  /** The reason without gold figures, for those who must not learn them, where it tells some. */
  readonly goldFreeReason?: string;
}

const INVALID = -0.5;
const UNSUCCESSFUL = -0.2;
const MALFORMED = -1;

const FULL: Verdict = { reward: 1 };

/** Full reward. */
export function correct(): Verdict {
  return FULL;
}

/** An answer that breaks a rule of the problem: −0.5. */
export function invalid(reason: string): Verdict {
  return { reward: INVALID, reason };
}

/** An answer within the rules that misses the goal in a way that the original pays so: −0.2. */
export function unsuccessful(reason: string): Verdict {
  return { reward: UNSUCCESSFUL, reason };
}

/** A well-formed answer that the environment treats as malformed: −1. */
export function malformed(reason: string): Verdict {
  return { reward: MALFORMED, reason };
}

/** Partial credit, below 1, for an answer that is not right. */
export function partial(reward: number, reason: string, goldFreeReason?: string): Verdict {
  return goldFreeReason === undefined ? { reward, reason } : { reward, reason, goldFreeReason };
}

/** "invalid −0.5", for an environment's line of rewards: what `invalid` pays, for what. */
export function invalidWords(what = "invalid"): string {
  return formatReward(what, INVALID);
}

/** "goal missed −0.2": what `unsuccessful` pays, for what. */
export function unsuccessfulWords(what: string): string {
  return formatReward(what, UNSUCCESSFUL);
}

/** "wrong length −1": what `malformed` pays, for what. */
export function malformedWords(what: string): string {
  return formatReward(what, MALFORMED);
}

function formatReward(what: string, reward: number): string {
  return `${what} −${-reward}`;
}
