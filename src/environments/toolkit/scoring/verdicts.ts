/**
 * What scoring an answer gives: a reward in [−1, 1] and, below full reward, a short factual reason
 * in terms of the problem. The figures of a reason must not grow with the answer.
 */
export interface Verdict {
  readonly reward: number;
  readonly reason?: string;
}

/** The largest reward that does not pass: a wrong answer never reaches 1 by rounding. */
const ALMOST_ONE = 1 - 2 ** -53;

const FULL: Verdict = { reward: 1 };

/** Full reward. */
export function correct(): Verdict {
  return FULL;
}

/** An answer that breaks a rule of the problem. */
export function invalid(reason: string, reward = -0.5): Verdict {
  return { reward, reason };
}

/** A well-formed answer that the environment treats as malformed: reward −1. */
export function malformed(reason: string): Verdict {
  return { reward: -1, reason };
}

/** 1 if right, 0 if not. */
export function exact(isRight: boolean, reason: string): Verdict {
  return isRight ? FULL : { reward: 0, reason };
}

/** 1 if an answered value is the right one, 0 if not. */
export function exactValue(answer: number | bigint, gold: number | bigint): Verdict {
  return answer === gold
    ? FULL
    : { reward: 0, reason: `answered ${formatFigure(answer)}, right is ${formatFigure(gold)}` };
}

/** A value better than gold, which a sound gold value makes impossible: −1, as in the original. */
export function betterThanGold(value: number | bigint, gold: number | bigint): Verdict {
  return {
    reward: -1,
    reason: `value ${formatFigure(value)} is better than the stored best ${formatFigure(gold)}`,
  };
}

/**
 * A maximisation's (value / gold)^β for 0 ≤ value ≤ gold; 1 exactly when they are equal (also when
 * both are 0).
 */
export function maximised(value: number | bigint, gold: number | bigint, beta: number): Verdict {
  if (value === gold) return FULL;
  if (value > gold) return betterThanGold(value, gold);
  return {
    reward: powerOfRatio(value, gold, beta),
    reason: `value ${formatFigure(value)}, best ${formatFigure(gold)}`,
  };
}

/**
 * A minimisation's (gold / value)^β for 0 ≤ gold ≤ value; 1 exactly when they are equal (also when
 * both are 0).
 */
export function minimised(value: number | bigint, gold: number | bigint, beta: number): Verdict {
  if (value === gold) return FULL;
  if (value < gold) return betterThanGold(value, gold);
  return {
    reward: powerOfRatio(gold, value, beta),
    reason: `value ${formatFigure(value)}, best ${formatFigure(gold)}`,
  };
}

/** (min/max)^β of a positive answer and a positive gold value: how near a count or size comes. */
export function nearness(answer: number | bigint, gold: number | bigint, beta: number): Verdict {
  if (answer === gold) return FULL;
  const [low, high] = answer < gold ? [answer, gold] : [gold, answer];
  return {
    reward: powerOfRatio(low, high, beta),
    reason: `answered ${formatFigure(answer)}, right is ${formatFigure(gold)}`,
  };
}

/** (matched / total)^β, with `unit` naming what is counted ("positions right"). */
export function fraction(matched: number, total: number, beta: number, unit: string): Verdict {
  if (matched === total) return FULL;
  return {
    reward: powerOfRatio(matched, total, beta),
    reason: `${matched} of ${total} ${unit}`,
  };
}

/** (|intersection| / |union|)^β of two non-empty sets, given by the two counts. */
export function jaccard(intersection: number, union: number, beta: number): Verdict {
  return fraction(intersection, union, beta, "elements of the union are common to both");
}

/**
 * (numerator / denominator)^β below 1, for 0 ≤ numerator < denominator. Integers of any length are
 * divided correctly to about 16 digits; the result never rounds up to 1.
 */
export function powerOfRatio(
  numerator: number | bigint,
  denominator: number | bigint,
  beta: number,
): number {
  const ratio =
    typeof numerator === "number" && typeof denominator === "number"
      ? numerator / denominator
      : divideBig(BigInt(numerator), BigInt(denominator));
  return Math.min(ratio ** beta, ALMOST_ONE);
}

/** The quotient of two positive integers of any length as a double. */
function divideBig(numerator: bigint, denominator: bigint): number {
  const excess = bitLength(denominator) - bitLength(numerator);
  if (excess > 1100) return 0;
  const shift = BigInt(Math.max(0, 64 + excess));
  const quotient = (numerator << shift) / denominator;
  // Two steps, since 2^shift alone may lie beyond the range of doubles.
  return (Number(quotient) / 2 ** 60) * 2 ** (60 - Number(shift));
}

/** Bits of a non-negative integer, up to 3 too many: exact enough to scale a quotient. */
function bitLength(value: bigint): number {
  return 4 * value.toString(16).length;
}

const LONGEST_FIGURE = 40;

/** A figure for a reason: long integers are shortened, so that reasons stay short. */
export function formatFigure(value: number | bigint): string {
  if (typeof value === "number") return String(value);
  if (bitLength(value < 0n ? -value : value) > 4 * LONGEST_FIGURE) {
    return `${value < 0n ? "a negative number" : "a number"} of ${bitLength(value < 0n ? -value : value)} bits or so`;
  }
  return String(value);
}
