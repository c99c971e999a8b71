import { exact, formatFigure, invalid, type Verdict } from "./verdicts.ts";

/**
 * The verdict on a number asked for modulo `modulus`: −0.5 outside [0, modulus), where no remainder
 * lies, else 1 if right and 0 if not. All three are numbers or all are bigints.
 */
export function exactModulo<Integer extends number | bigint>(
  answer: Integer,
  gold: Integer,
  modulus: Integer,
): Verdict {
  if (!(answer >= 0 && answer < modulus)) {
    return invalid(`${formatFigure(answer)} is no remainder modulo ${modulus}`);
  }
  return exact(answer === gold, `answered ${formatFigure(answer)}, right is ${formatFigure(gold)}`);
}
