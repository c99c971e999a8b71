import { formatCount } from "../text/plural.ts";

/** Why rows are not `rowCount` rows of `columnCount` cells each, as a reason; undefined if they are. */
export function findShapeFault(
  rows: readonly { readonly length: number }[],
  rowCount: number,
  columnCount: number,
): string | undefined {
  if (rows.length !== rowCount) return `${formatCount(rows.length, "row")} instead of ${rowCount}`;
  const row = rows.findIndex(({ length }) => length !== columnCount);
  return row === -1
    ? undefined
    : `row ${row + 1} has ${formatCount(rows[row].length, "cell")} instead of ${columnCount}`;
}
