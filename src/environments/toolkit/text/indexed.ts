/** A sequence with its indices, on one line: "A[0]=4 A[1]=2"; the first index is `from`. */
export function formatIndexed(
  name: string,
  values: readonly (number | bigint | string)[],
  from = 0,
): string {
  return values.map((value, offset) => `${name}[${from + offset}]=${value}`).join(" ");
}
