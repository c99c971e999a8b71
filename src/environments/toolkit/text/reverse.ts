/** A text read backwards. */
export function reverseText(text: string): string {
  return [...text].reverse().join("");
}
