/* Characters that look like ASCII ones, or like nothing. */

/** Characters that show nothing: zero-width blanks and joiners, marks of direction, soft hyphens. */
const INVISIBLE = /\p{Cf}/gu;

/** A hyphen, a figure or en dash and the minus sign, in front of or between digits. */
const MINUSES = /[\u2010-\u2013\u2212\ufe63]/g;

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xff01 - 0x21;

const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/** The text with ASCII's characters in place of those, and what was replaced. */
export function toPlainCharacters(text: string): { text: string; replaced: string[] } {
  const replaced: string[] = [];
  const replace = (what: string, from: RegExp, to: (character: string) => string) => {
    const before = text;
    text = text.replace(from, to);
    if (text !== before) replaced.push(what);
  };
  replace("zero-width characters", INVISIBLE, () => "");
  replace("full-width characters", FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
  replace("Unicode minus", MINUSES, () => "-");
  replace("Unicode digits", OTHER_DIGITS, toValue);
  return { text, replaced };
}

const DIGIT = /^\p{Nd}$/u;

const values = new Map<string, string>();

/** The value of a decimal digit: Unicode has them in unbroken runs of ten, from zero on. */
function toValue(digit: string): string {
  let value = values.get(digit);
  if (value === undefined) {
    const codePoint = digit.codePointAt(0) ?? 0;
    let first = codePoint;
    while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
    value = String((codePoint - first) % 10);
    values.set(digit, value);
  }
  return value;
}
