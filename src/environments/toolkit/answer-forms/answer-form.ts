/** What an answer looks like, and how its text is read. */
export interface AnswerForm<Answer> {
  /** A few words for people: "integers separated by spaces". */
  readonly description: string;
  /** Whether any text at all is of this form, so that only its score tells what is malformed. */
  readonly isOpen?: true;
  /** Reads an answer in time linear in its length; null when it is malformed. */
  parse(text: string): Answer | null;
}

const BLANKS = /\s+/;

/** The tokens of a text, separated by blanks; none for an empty or blank text. */
export function splitTokens(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split(BLANKS);
}

/** The lines of a text, each trimmed, without the blank ones. */
export function splitLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Parses each item; null as soon as one is malformed. */
export function parseAll<Item>(
  texts: readonly string[],
  parse: (text: string) => Item | null,
): Item[] | null {
  const items: Item[] = [];
  for (const text of texts) {
    const item = parse(text);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}
