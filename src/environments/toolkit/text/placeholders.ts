/** Up to so many values an example shows them all. */
const MAX_SHOWN = 5;

/**
 * An example of so many values separated by spaces: "a b c" for three, "a b c …" for more than
 * five. Name the first letter where the prompt uses a to e otherwise.
 */
export function placeholders(count: number, first = "a"): string {
  const shown = count <= MAX_SHOWN ? count : 3;
  const start = first.charCodeAt(0);
  const letters = Array.from({ length: shown }, (_, index) => String.fromCharCode(start + index));
  return [...letters, ...(shown < count ? ["…"] : [])].join(" ");
}

/** An example of any number of values: "i j …". */
export const ANY_NUMBER = "i j …";

/** Up to so many lines an example shows them all. */
const MAX_LINES_SHOWN = 3;

/**
 * An example of so many lines of one form: "l r" twice for two; for more than three (by default any
 * number), two lines and a line of dots.
 */
export function placeholderLines(line: string, count = Number.POSITIVE_INFINITY): string {
  const lines = count <= MAX_LINES_SHOWN ? new Array<string>(count).fill(line) : [line, line, "…"];
  return lines.join("\n");
}
