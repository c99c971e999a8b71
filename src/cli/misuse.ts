import { tellUnfit } from "../wording.ts";

/** What was asked for is wrong; the message says what would be right. */
export class Misuse extends Error {}

/** The misuse of a flag whose text is not what it must be, such as `an integer from 0`. */
export function unfit(flag: string, text: string, allowed: string): Misuse {
  return new Misuse(tellUnfit(flag, text, allowed));
}
