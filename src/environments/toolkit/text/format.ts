/** Lines of values separated by single spaces. */
export function formatRows(rows: readonly (readonly (number | bigint | string)[])[]): string {
  return rows.map((row) => row.join(" ")).join("\n");
}

/** One line an item. */
export function formatLines<Item>(
  items: readonly Item[],
  format: (item: Item, index: number) => string,
): string {
  return items.map(format).join("\n");
}

/** "A, B and C". */
export function formatEnumeration(items: readonly string[], conjunction = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items[items.length - 1]}`;
}
