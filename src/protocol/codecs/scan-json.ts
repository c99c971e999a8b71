import type { MessageCount } from "./message-count.ts";

/** Where a number stands in a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** Integers of no more digits than these are exact as numbers. */
const SAFE_DIGITS = 15;

/** A string with more escaped quotes than this is read character by character. */
const MAX_QUOTE_SEARCHES = 8;

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/**
 * Counts what a text of JSON holds, and finds its integers of more than 15 digits, in time linear in
 * the text and without building anything. It judges amounts only: whether the text is JSON at all is
 * for the parser to say.
 * @throws SyntaxError where the text holds more than the count allows
 */
export function scanJson(text: string, count: MessageCount): Token[] {
  const longIntegers: Token[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      // A key is told by the colon behind it.
      if (isKey(text, at + 1)) count.key();
      else count.value();
    } else if (code === OPENING_BRACKET || code === OPENING_BRACE) {
      count.value();
      count.nesting(++depth);
    } else if (code === CLOSING_BRACKET || code === CLOSING_BRACE) {
      depth--;
    } else if (isOfNumber(code)) {
      const start = at;
      while (isOfNumber(text.charCodeAt(at + 1))) at++;
      count.value();
      const token = { start, end: at + 1 };
      if (token.end - start <= SAFE_DIGITS) continue;
      count.longNumber(token.end - start);
      if (isLongInteger(text, token)) longIntegers.push(token);
    } else if (isLetter(code)) {
      while (isLetter(text.charCodeAt(at + 1))) at++;
      count.value();
    }
  }
  return longIntegers;
}

/** The index of the quote that ends the string which begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (let searches = 0; searches < MAX_QUOTE_SEARCHES; searches++) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let run = end;
    while (text.charCodeAt(run - 1) === BACKSLASH) run--;
    if ((end - run) % 2 === 0) return end;
  }
  for (end++; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) break;
    if (code === BACKSLASH) end++;
  }
  return end;
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === COLON;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Digits, signs, points and exponents. */
function isOfNumber(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2b ||
    code === 0x45 ||
    code === 0x65
  );
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isLongInteger(text: string, { start, end }: Token): boolean {
  const token = text.slice(start, end);
  return /^-?[1-9]\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
