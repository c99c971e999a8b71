/** Up to so many members a series shows them all. */
const MAX_SHOWN = 3;

/**
 * The members 0..count − 1 of a series, for a prompt: "a_0, a_1, a_2"; of more than three the first
 * two and the last, "a_0, a_1, …, a_7", so that the dots always stand for something.
 */
export function formatSeries(
  count: number,
  format: (index: number) => string,
  separator = ", ",
): string {
  const shown =
    count <= MAX_SHOWN
      ? Array.from({ length: count }, (_, index) => index)
      : [0, 1, undefined, count - 1];
  return shown.map((index) => (index === undefined ? "…" : format(index))).join(separator);
}

/** The members of an indexed sequence from index `from` on: "A[1], A[2], …, A[9]". */
export function indexedSeries(name: string, count: number, from = 0, separator = ", "): string {
  return formatSeries(count, (index) => `${name}[${from + index}]`, separator);
}
