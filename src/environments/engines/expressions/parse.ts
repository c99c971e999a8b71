import { isCallable, isSymbol } from "./names.ts";
import { type Token, toTokens } from "./tokens.ts";

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
const OPERATORS = new Set(["+", "-", "*", "/", "**"]);

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
