const LONGEST_FIGURE = 40;

/** A figure for a reason or message: long integers are shortened, so that reasons stay short. */
export function formatFigure(value: number | bigint): string {
  if (typeof value === "number") return String(value);
  const magnitude = value < 0n ? -value : value;
  const bits = 4 * magnitude.toString(16).length;
  if (bits <= 4 * LONGEST_FIGURE) return String(value);
  return `${value < 0n ? "a negative number" : "a number"} of ${bits} bits or so`;
}
