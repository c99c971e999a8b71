import { toPlainCharacters } from "./characters.ts";
import { spellLists } from "./lists.ts";

/** An answer without some of its dress. */
export interface Undressed {
  readonly text: string;
  /** What was taken off, in words, for the explanation. */
  readonly without: readonly string[];
}

/** How many layers are taken off at most: what is dressed deeper is no answer. */
const MAX_LAYERS = 12;

/**
 * What an answer may mean, the least undressed first: without characters that only look like
 * others, then layer by layer without what encloses it, then as a list without commas and brackets.
 * All in time linear in the answer.
 */
export function* undress(answer: string): Generator<Undressed, void, undefined> {
  const { text, without } = yield* unwrap(answer);
  for (const { name, spelled } of spellLists(text)) {
    yield { text: spelled.trim(), without: [...without, name] };
  }
}

/** The same without the last step; returns the least dressed. */
export function* unwrap(answer: string): Generator<Undressed, Undressed, undefined> {
  const { text, replaced } = toPlainCharacters(answer);
  let undressed: Undressed = { text: text.trim(), without: replaced };
  if (replaced.length > 0) yield undressed;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const peeled = peel(undressed.text);
    if (peeled === null) break;
    undressed = {
      text: peeled.text.trim(),
      without: [...new Set([...undressed.without, peeled.name])],
    };
    yield undressed;
  }
  return undressed;
}

/** What encloses an answer on both sides; the longer of two that begin alike comes first. */
const ENCLOSURES: readonly (readonly [name: string, start: string, end: string])[] = [
  ["code marks", "```", "```"],
  ["code marks", "`", "`"],
  ["bold", "**", "**"],
  ["bold", "__", "__"],
  ["italics", "*", "*"],
  ["italics", "_", "_"],
  ["quotes", '"', '"'],
  ["quotes", "'", "'"],
  ["quotes", "“", "”"],
  ["quotes", "‘", "’"],
  ["quotes", "«", "»"],
  ["$…$", "$$", "$$"],
  ["$…$", "$", "$"],
  ["\\(…\\)", "\\(", "\\)"],
  ["\\[…\\]", "\\[", "\\]"],
];

const PERIODS = [".", "。"];

/** The language that a code fence names in its first line. */
const FENCE_LANGUAGE = /^[\w+-]{0,20}\n/;

function peel(text: string): { name: string; text: string } | null {
  if (PERIODS.some((period) => text.endsWith(period))) {
    return { name: "trailing period", text: text.slice(0, -1) };
  }
  for (const [name, start, end] of ENCLOSURES) {
    const isEnclosed =
      text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
    if (!isEnclosed) continue;
    const inner = text.slice(start.length, -end.length);
    return { name, text: start === "```" ? inner.replace(FENCE_LANGUAGE, "") : inner };
  }
  return peelCommand(text) ?? findBoxed(text);
}

const BOXED = "\\boxed{";

/** Commands of LaTeX that only dress their argument. */
const COMMAND = /^\\(?:boxed|fbox|text|textbf|textit|texttt|mathrm|mathbf|mathit|mathtt)\{/;

function peelCommand(text: string): { name: string; text: string } | null {
  const command = COMMAND.exec(text)?.[0];
  if (command === undefined || findClosing(text, command.length) !== text.length - 1) return null;
  return { name: `${command}…}`, text: text.slice(command.length, -1) };
}

/** What stands in the last box, whatever is around it. */
function findBoxed(text: string): { name: string; text: string } | null {
  const start = text.lastIndexOf(BOXED);
  if (start === -1) return null;
  const from = start + BOXED.length;
  const to = findClosing(text, from);
  return to === -1 ? null : { name: `${BOXED}…}`, text: text.slice(from, to) };
}

/** Where the brace closes that was opened just before; −1 if it does not. */
function findClosing(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === "{") depth++;
    else if (text[index] === "}") depth--;
    if (depth === 0) return index;
  }
  return -1;
}
