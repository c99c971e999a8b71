import { formatCount } from "../text/plural.ts";

/**
 * Why a list or text has not the right number of elements, as a reason: "1 value instead of 2";
 * undefined if it has. The noun names what is counted; for irregular nouns, name the plural.
 */
export function findCountFault(
  { length }: { readonly length: number },
  count: number,
  noun = "value",
  plural?: string,
): string | undefined {
  return length === count ? undefined : `${formatCount(length, noun, plural)} instead of ${count}`;
}
