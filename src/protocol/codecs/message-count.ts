import { MESSAGE_BOUNDS, type MessageBounds } from "../limits.ts";

/** Counts what a message holds while it is scanned, and refuses it once it holds too much. */
export class MessageCount {
  readonly #bounds: MessageBounds;
  #values = 0;
  #keys = 0;
  #digits = 0;

  constructor(bounds: MessageBounds = MESSAGE_BOUNDS) {
    this.#bounds = bounds;
  }

  value(): void {
    if (++this.#values > this.#bounds.values) refuse(`more than ${this.#bounds.values} values`);
  }

  key(): void {
    if (++this.#keys > this.#bounds.keys) refuse(`more than ${this.#bounds.keys} keys`);
  }

  /** @param depth of an array or object, 1 for the outermost */
  nesting(depth: number): void {
    if (depth > this.#bounds.depth) refuse(`nested more than ${this.#bounds.depth} deep`);
  }

  longNumber(digits: number): void {
    const { digitsOfNumber, digits: inAll } = this.#bounds;
    if (digits > digitsOfNumber) refuse(`a number of more than ${digitsOfNumber} digits`);
    this.#digits += digits;
    if (this.#digits > inAll) refuse(`more than ${inAll} digits in long numbers`);
  }
}

function refuse(what: string): never {
  throw new SyntaxError(what);
}
