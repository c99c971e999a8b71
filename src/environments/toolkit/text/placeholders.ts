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
