import type { BarsPicture, Picture, TooLarge } from "../../../picture.ts";
import { type Chosen, findExcess, present, type Shown, toLabel, toMarks } from "./marks.ts";
import { partsPicture } from "./parts.ts";

/** How bars look. */
export interface BarsLook extends Chosen {
  /** From which number on they are counted. Default 0. */
  readonly base?: number;
  /** What stands under each, where it is not its number. */
  readonly labels?: readonly Shown[];
}

/** An array, a bar a value, and what an answer chose of it. O(values + answer). */
export function barsPicture(
  values: readonly (number | bigint)[],
  { base = 0, labels, ...chosen }: BarsLook = {},
): BarsPicture | TooLarge {
  const excess = findExcess({ bars: values.length });
  if (excess) return excess;
  const marks = toMarks(values.length, chosen, base);
  return {
    kind: "bars",
    bars: values.map((value, index) =>
      present({
        value: toFinite(value),
        label: toLabel(labels?.[index] ?? index + base),
        mark: marks[index],
      }),
    ),
  };
}

/** An array, and beside it what an answer makes of it. */
export function rearrangedBars(
  values: readonly (number | bigint)[],
  answer: readonly (number | bigint)[] | undefined,
): Picture {
  const given = barsPicture(values);
  if (answer === undefined) return given;
  return partsPicture({ "as given": given, "as answered": barsPicture(answer) });
}

/** An integer of an answer may be of any length. */
function toFinite(value: number | bigint): number {
  const number = Number(value);
  return Math.min(Math.max(number, -Number.MAX_VALUE), Number.MAX_VALUE);
}
