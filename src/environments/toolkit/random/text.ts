import type { Random } from "./random.ts";

/** A text of independent letters, each the first of the two with the given probability. */
export function biasedText(
  length: number,
  [letter, other]: readonly [string, string],
  probability: number,
  random: Random,
): string {
  let text = "";
  for (let index = 0; index < length; index++) text += random.chance(probability) ? letter : other;
  return text;
}

/** A text of independent letters, each uniform in the alphabet. */
export function uniformText(length: number, alphabet: string, random: Random): string {
  let text = "";
  for (let index = 0; index < length; index++) {
    text += alphabet[random.integer(0, alphabet.length - 1)];
  }
  return text;
}
