import { formatEnumeration } from "../text/format.ts";

/** Why a text is not made of the alphabet's characters, as a reason; undefined if it is. */
export function findAlphabetFault(text: string, alphabet: string): string | undefined {
  for (let index = 0; index < text.length; index++) {
    if (!alphabet.includes(text[index])) {
      return `the character at index ${index} is not ${formatEnumeration([...alphabet], "or")}`;
    }
  }
  return undefined;
}
