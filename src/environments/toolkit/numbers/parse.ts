/**
 * Numbers as Python reads them, since models write them so: int() and float() syntax with a sign,
 * leading zeros and single underscores between digits; ASCII digits only.
 */

const ZERO = 48;
const UNDERSCORE = 95;

/** Whether the text (without surrounding blanks) is an integer in Python's int() syntax. */
export function isIntegerText(text: string): boolean {
  let afterDigit = false;
  for (let index = startOfDigits(text); index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= ZERO + 9) afterDigit = true;
    else if (code === UNDERSCORE && afterDigit) afterDigit = false;
    else return false;
  }
  return afterDigit;
}

function startOfDigits(text: string): number {
  return text[0] === "+" || text[0] === "-" ? 1 : 0;
}

/**
 * Reads an integer as a number. Integers beyond 2^53 become the nearest double, and ±Infinity
 * beyond the range of doubles: they differ from every safe integer and compare rightly with it,
 * which is all that a range check or a comparison with a gold value below 2^53 needs. Use
 * `parseBigInteger` where the digits of such an answer matter.
 */
export function parseInteger(text: string): number | null {
  if (!isIntegerText(text)) return null;
  return Number(withoutUnderscores(text)) + 0; // + 0 turns −0 into 0
}

/**
 * Beyond this many digits, an integer is read as ±10^20000: the conversion of digits to binary is
 * not linear (120 ms for a million digits), and no problem's numbers are that long.
 */
const MAX_EXACT_DIGITS = 20_000;
const BEYOND_EXACT = 10n ** BigInt(MAX_EXACT_DIGITS);

/** Reads an integer of any length; exact up to 20,000 digits, ±10^20000 beyond. */
export function parseBigInteger(text: string): bigint | null {
  if (!isIntegerText(text)) return null;
  const digits = withoutLeadingZeros(withoutUnderscores(text.slice(startOfDigits(text))));
  const magnitude = digits.length > MAX_EXACT_DIGITS ? BEYOND_EXACT : BigInt(digits);
  return text[0] === "-" ? -magnitude : magnitude;
}

function withoutUnderscores(text: string): string {
  return text.includes("_") ? text.replaceAll("_", "") : text;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start++;
  return digits.slice(start);
}

/** Reads a decimal number in Python's float() syntax; null also for nan, infinities and overflow. */
export function parseDecimal(text: string): number | null {
  if (!isDecimalText(text)) return null;
  const value = Number(withoutUnderscores(text));
  return Number.isFinite(value) ? value + 0 : null;
}

/** Whether the text is `[sign] (digits [. [digits]] | . digits) [e [sign] digits]`. */
function isDecimalText(text: string): boolean {
  const start = startOfDigits(text);
  const whole = endOfDigits(text, start);
  let end = whole;
  let hasDigits = whole > start;
  if (text[whole] === ".") {
    end = endOfDigits(text, whole + 1);
    hasDigits ||= end > whole + 1;
  }
  if (!hasDigits) return false;
  if (text[end] === "e" || text[end] === "E") {
    const exponent = end + 1 + startOfDigits(text.slice(end + 1, end + 2));
    end = endOfDigits(text, exponent);
    if (end === exponent) return false;
  }
  return end === text.length;
}

/** Where the run of digits (single underscores between them) that starts at `start` ends. */
function endOfDigits(text: string, start: number): number {
  let end = start;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= ZERO + 9) end = index + 1;
    else if (code !== UNDERSCORE || end !== index || index === start) break;
  }
  return end;
}
