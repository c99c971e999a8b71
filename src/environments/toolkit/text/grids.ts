import { placeholders } from "./placeholders.ts";
import { formatCount } from "./plural.ts";

/** A grid of single characters, as every prompt prints it: a line for each row, no separators. */
export function formatGrid(rows: readonly (string | readonly string[])[]): string {
  return rows.map((row) => (typeof row === "string" ? row : row.join(""))).join("\n");
}

/** "3 rows and 4 columns". */
export function formatGridSize(rowCount: number, columnCount: number): string {
  return `${formatCount(rowCount, "row")} and ${formatCount(columnCount, "column")}`;
}

/** Up to so many rows an example shows them all. */
const MAX_ROWS_SHOWN = 3;

/**
 * An example of a grid of values separated by spaces: the lines "a b" and "c d" for two rows and two
 * columns; of more than three rows, two and a line of dots; of more than five columns, three and dots.
 */
export function placeholderGrid(rowCount: number, columnCount: number): string {
  const shown = rowCount <= MAX_ROWS_SHOWN ? rowCount : 2;
  const rows: string[] = [];
  let first = "a";
  for (let row = 0; row < shown; row++) {
    rows.push(placeholders(columnCount, first));
    const letters = rows[row].replace(/[^a-z]/g, "");
    first = String.fromCharCode(first.charCodeAt(0) + letters.length);
  }
  return [...rows, ...(shown < rowCount ? ["…"] : [])].join("\n");
}

/** The same for a grid of single characters without separators: the lines "ab" and "cd". */
export function placeholderCells(rowCount: number, columnCount: number): string {
  return placeholderGrid(rowCount, columnCount).replaceAll(" ", "");
}
