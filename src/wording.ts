/** How messages show what is not theirs: cut to a length that suits replies and logs. */

const MAX_LENGTH = 300;

/** A text of foreign origin, cut between code points where it is longer than a message should show. */
export function shorten(text: string, maxLength = MAX_LENGTH): string {
  if (text.length <= maxLength) return text;
  const isPairCut = /[\uD800-\uDBFF]$/.test(text.slice(0, maxLength));
  return `${text.slice(0, isPairCut ? maxLength - 1 : maxLength)}…`;
}

/** The longest name or value that a message repeats. */
const MAX_NAME_LENGTH = 60;

/** A name that someone has sent, cut; the known ones are shorter. */
export function shortenName(name: string): string {
  return shorten(name, MAX_NAME_LENGTH);
}

/** A name or value for a message: quoted and cut. */
export function quote(name: string): string {
  return `'${shortenName(name)}'`;
}

/** The message of whatever was thrown. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What is wrong with the text of a flag or variable, and what it must be. */
export function tellUnfit(name: string, text: string, allowed: string): string {
  return `${name} is ${JSON.stringify(shortenName(text))}, but must be ${allowed}`;
}
