import { InvalidArgumentError } from "commander";

/** Reads an option that is an integer from `minimum`, below 2^53. */
export function integerFrom(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < minimum) {
      throw new InvalidArgumentError(`It must be an integer from ${minimum}.`);
    }
    return value;
  };
}
