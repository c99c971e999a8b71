import { formatFigure } from "../text/figures.ts";
import { correct, invalid, invalidWords, partial, type Verdict } from "./verdicts.ts";

/** What `exact` and `exactValue` pay, for `reward`. */
export const EXACT_WORDS = "1 if right, 0 if wrong";

/** 1 if right, 0 if not. Where the reason tells gold figures, give one that does not, too. */
export function exact(isRight: boolean, reason: string, goldFreeReason?: string): Verdict {
  return isRight ? correct() : partial(0, reason, goldFreeReason);
}

/** 1 if an answered value is the right one, 0 if not: both numbers or both bigints. */
export function exactValue(answer: number | bigint, gold: number | bigint): Verdict {
  return answer === gold ? correct() : wrongValue(0, answer, gold);
}

/** What `exactRemainder` pays, for `reward`. */
export function exactModuloWords(modulus: string): string {
  return `${EXACT_WORDS}; ${invalidWords(`outside [0, ${modulus})`)}`;
}

/**
 * The verdict on a number asked for modulo `modulus`: −0.5 outside [0, modulus), where no remainder
 * lies, else 1 if right and 0 if not. All three are numbers or all are bigints.
 */
export function exactModulo<Integer extends number | bigint>(
  answer: Integer,
  gold: Integer,
  modulus: Integer,
): Verdict {
  return answer >= 0 && answer < modulus
    ? exactValue(answer, gold)
    : invalid(`${formatFigure(answer)} is no remainder modulo ${modulus}`);
}

/** A verdict on a single value that is not the right one. */
export function wrongValue(
  reward: number,
  answer: number | bigint,
  gold: number | bigint,
): Verdict {
  const answered = `answered ${formatFigure(answer)}`;
  return partial(
    reward,
    `${answered}, right is ${formatFigure(gold)}`,
    `${answered}, which is too ${answer < gold ? "small" : "large"}`,
  );
}
