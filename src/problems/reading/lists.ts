interface Spelled {
  /** What was taken off, in words. */
  readonly name: string;
  readonly spelled: string;
}

/**
 * How an answer would be spelled with blanks alone between its values and without separators in its
 * numbers. `1,234` is two values or one: where blanks separate all other values, it is one; else it
 * is tried as two first, since only a form of single values refuses these.
 */
export function spellLists(text: string): Spelled[] {
  const joined = joinThousands(text);
  const list = { name: "commas and brackets", spelled: separate(text) };
  const numbers = { name: "thousands separators", spelled: joined };
  const both = { name: "thousands separators, commas and brackets", spelled: separate(joined) };
  const isOfBlanks = /\s/.test(joined.trim()) && !/,(?!\s)/.test(joined);
  const ways = isOfBlanks ? [numbers, both, list] : [list, numbers, both];
  return ways.filter(({ spelled }) => spelled !== text);
}

/** Groups of three digits behind one to three; LaTeX's commas and thin blanks, too. */
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:(?:,|\{,\}|\\,|['\u2009\u202f])\d{3})+(?!\d)/g;

function joinThousands(text: string): string {
  return text.replace(THOUSANDS, (number) => number.replace(/\D/g, ""));
}

/** A row of a matrix ends with its bracket, or with a semicolon. */
const CLOSING = /[\])};]/g;

const SEPARATORS = /[[({,"'`]/g;

/** Blanks in place of commas, opening brackets and quotes, a line's end behind closing ones. */
function separate(text: string): string {
  return text.replace(CLOSING, "\n").replace(SEPARATORS, " ");
}
