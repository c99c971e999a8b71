import { isCallable, isSymbol } from "./names.ts";

/**
 * The syntax of expressions: numbers, names, + − * / ** ^, parentheses and calls, as in Python.
 * Text becomes a list of instructions for a stack machine, which nothing evaluates but
 * `toExpression`: no text is ever run as a program.
 */
export type Instruction =
  | { readonly kind: "number"; readonly numerator: bigint; readonly decimals: number }
  | { readonly kind: "name"; readonly name: string }
  /** Takes `count` values and gives one. */
  | { readonly kind: "sum" | "product"; readonly count: number }
  | { readonly kind: "negate" | "invert" | "power" }
  | { readonly kind: "call"; readonly name: string; readonly count: number };

/** An expression as it was written. */
export interface Syntax {
  readonly instructions: readonly Instruction[];
  /** Whether a number was written with a decimal point or an exponent. */
  readonly hasDecimals: boolean;
  /** How many signs + − * / ** ^ and calls of functions were written. */
  readonly writtenOperations: number;
}

/** The longest text that is read. */
const MAX_LENGTH = 10_000;
/** Python's limit for parentheses; here also for chains of signs and of powers. */
const MAX_DEPTH = 200;
/** Decimal exponents beyond it are as good as infinite, and are cut to it. */
const MAX_EXPONENT = 100_000;

/** A number (whole part, fraction, exponent), a name or a sign; each repetition is of one class. */
const TOKEN =
  /[ \t\r\f]*(?:(\d[\d_]*|(?=\.\d))(\.\d*)?([eE][+-]?\d+)?|([A-Za-z_]\w*)|(\*\*|[-+*/^(),]))/y;
const OPERATORS = new Set(["+", "-", "*", "/", "**"]);
const WHOLE_PART = /^(?:0+|[1-9]\d*)$/;

/**
 * Reads an expression; null if the text is not one. Surrounding blanks and line breaks are ignored.
 * Linear in the text's length, without deep recursion.
 */
export function parseSyntax(text: string): Syntax | null {
  if (text.length > 2 * MAX_LENGTH) return null;
  const trimmed = text.trim().replaceAll("\n", "");
  if (trimmed.length > MAX_LENGTH) return null;
  const tokens = toTokens(trimmed);
  return tokens && new Parser(tokens).parse();
}

type Token =
  | {
      readonly kind: "number";
      readonly numerator: bigint;
      readonly decimals: number;
      readonly isDecimal: boolean;
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

/** The tokens of a text; null if some part of it is none. */
function toTokens(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, whole, fraction, exponent, name, sign] = match;
    if (name !== undefined) tokens.push({ kind: "name", name });
    else if (sign !== undefined) tokens.push({ kind: "sign", sign: sign === "^" ? "**" : sign });
    else {
      const token = toNumberToken(whole, fraction, exponent);
      if (token === null) return null;
      tokens.push(token);
    }
  }
  return tokens;
}

/** Python's numbers: single underscores between digits; no leading zeros in an integer. */
function toNumberToken(whole: string, fraction = "", exponent = ""): Token | null {
  if (whole.endsWith("_") || whole.includes("__")) return null;
  const digits = whole.replaceAll("_", "");
  const isDecimal = fraction !== "" || exponent !== "";
  if (!isDecimal && !WHOLE_PART.test(digits)) return null;
  const shift = Math.max(-MAX_EXPONENT, Math.min(Number(exponent.slice(1)), MAX_EXPONENT));
  const places = fraction.slice(1);
  return {
    kind: "number",
    numerator: BigInt(digits + places),
    decimals: places.length - shift,
    isDecimal,
  };
}

/**
 * Recursive descent for
 *   sum = product {(+|−) product},  product = factor {(*|/) factor},
 *   factor = (+|−) factor | atom [** factor],  atom = number | name | call | "(" sum ")"
 * Every method returns whether it could read its part.
 */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #instructions: Instruction[] = [];
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Syntax | null {
    if (!this.#sum() || this.#position < this.#tokens.length) return null;
    const hasDecimals = this.#tokens.some((token) => token.kind === "number" && token.isDecimal);
    const signs = this.#tokens.filter(
      (token) => token.kind === "sign" && OPERATORS.has(token.sign),
    );
    const calls = this.#instructions.filter(({ kind }) => kind === "call");
    return {
      instructions: this.#instructions,
      hasDecimals,
      writtenOperations: signs.length + calls.length,
    };
  }

  #sum(): boolean {
    if (!this.#product()) return false;
    let count = 1;
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-")) {
      if (!this.#product()) return false;
      if (sign === "-") this.#instructions.push({ kind: "negate" });
      count++;
    }
    if (count > 1) this.#instructions.push({ kind: "sum", count });
    return true;
  }

  #product(): boolean {
    if (!this.#factor()) return false;
    let count = 1;
    for (let sign = this.#take("*", "/"); sign; sign = this.#take("*", "/")) {
      if (!this.#factor()) return false;
      if (sign === "/") this.#instructions.push({ kind: "invert" });
      count++;
    }
    if (count > 1) this.#instructions.push({ kind: "product", count });
    return true;
  }

  #factor(): boolean {
    return this.#nested(() => {
      const sign = this.#take("+", "-");
      if (sign) {
        if (!this.#factor()) return false;
        if (sign === "-") this.#instructions.push({ kind: "negate" });
        return true;
      }
      if (!this.#atom()) return false;
      if (this.#take("**")) {
        if (!this.#factor()) return false;
        this.#instructions.push({ kind: "power" });
      }
      return true;
    });
  }

  #atom(): boolean {
    const token = this.#tokens[this.#position];
    if (token === undefined) return false;
    this.#position++;
    switch (token.kind) {
      case "number":
        this.#instructions.push(token);
        return true;
      case "name":
        if (this.#take("(")) return this.#call(token.name);
        this.#instructions.push(token);
        return isSymbol(token.name);
      case "sign":
        return token.sign === "(" && this.#sum() && this.#take(")") !== undefined;
    }
  }

  /** The arguments of a call, after its opening parenthesis. */
  #call(name: string): boolean {
    let count = 0;
    if (!this.#take(")")) {
      do {
        if (!this.#sum()) return false;
        count++;
      } while (this.#take(","));
      if (!this.#take(")")) return false;
    }
    this.#instructions.push({ kind: "call", name, count });
    return isCallable(name, count);
  }

  #take(...signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#position];
    if (token?.kind !== "sign" || !signs.includes(token.sign)) return undefined;
    this.#position++;
    return token.sign;
  }

  #nested(read: () => boolean): boolean {
    if (this.#depth >= MAX_DEPTH) return false;
    this.#depth++;
    const isRead = read();
    this.#depth--;
    return isRead;
  }
}
