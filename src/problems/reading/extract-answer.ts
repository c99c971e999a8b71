import { prefixFunction } from "../../environments/toolkit/text/prefix-function.ts";
import type { AnswerMarkers } from "./markers.ts";
import { type Reading, STRICT } from "./reading.ts";

/**
 * The answer in a model's output: what stands in the last of the non-overlapping `start … end`
 * pairs, read from left to right, in what is the model's. Null when there is no pair. Every search
 * goes on where the last one ended, so the cost is linear whatever output and markers hold.
 */
export function extractAnswer(
  output: string,
  { start, end }: AnswerMarkers,
  reading: Reading = STRICT,
): string | null {
  const text = findReply(output, reading);
  const { answer } = scanPairs(text, { start, end }, reading);
  return answer === null ? null : text.slice(answer[0], answer[1]);
}

/** From where to where. */
type Piece = readonly [number, number];

export interface Scanned {
  /** What the last pair encloses. */
  readonly answer: Piece | null;
  /** Where a start marker stands that no end follows; −1 if none does. */
  readonly unfinished: number;
}

/**
 * Looks for the pairs in a text, from left to right.
 * @param replaced told of what each pair encloses that a later one replaces
 */
export function scanPairs(
  text: string,
  { start, end }: AnswerMarkers,
  { innermost }: Reading,
  replaced?: (pair: Piece) => void,
): Scanned {
  const starts = toPattern(start);
  const ends = toPattern(end);
  let answer: Piece | null = null;
  let opening = find(text, starts, 0);
  while (opening !== -1) {
    let from = opening + start.length;
    const to = find(text, ends, from);
    if (to === -1) break;
    if (innermost) {
      opening = find(text, starts, from);
      while (opening !== -1 && opening + start.length <= to) {
        from = opening + start.length;
        opening = find(text, starts, from);
      }
    }
    if (answer !== null) replaced?.(answer);
    answer = [from, to];
    // Beyond the end, the start that was found last is the next one.
    const position = to + end.length;
    if (opening !== -1 && opening < position) opening = find(text, starts, position);
  }
  return { answer, unfinished: opening };
}

/** What of an output is searched for the answer. */
function findReply(output: string, reading: Reading): string {
  const { completion, think } = reading;
  if (think) return joinPieces(output, findReplyPieces(output, reading));
  return completion ? cutBefore(cutBefore(output, TURN_TOKENS), RUN_ON_TURNS) : cutPrompt(output);
}

/** The same as places in the output; between two pieces stands a thought. */
export function findReplyPieces(output: string, { completion, think }: Reading): Piece[] {
  const reply = completion ? cutBefore(output, TURN_TOKENS) : cutPrompt(output);
  const offset = completion ? 0 : output.length - reply.length;
  const pieces = think ? findUnthought(reply) : [[0, reply.length] as const];
  const placed = pieces.map(([from, to]) => [from + offset, to + offset] as const);
  if (!completion) return placed;
  // Only here: thoughts may well repeat what the user said.
  return cutPieces(placed, cutBefore(joinPieces(output, placed), RUN_ON_TURNS).length);
}

/** A blank for each of the thoughts, so that no marker comes about where there was none. */
function joinPieces(output: string, pieces: readonly Piece[]): string {
  return pieces.map(([from, to]) => output.slice(from, to)).join(" ");
}

/** As many pieces as make so many characters, when they are joined. */
function cutPieces(pieces: readonly Piece[], length: number): Piece[] {
  const kept: Piece[] = [];
  let rest = length;
  for (const [from, to] of pieces) {
    if (rest < 0) break;
    kept.push([from, Math.min(to, from + rest)]);
    rest -= to - from + 1;
  }
  return kept;
}

const ASSISTANT_PREFIXES = ["Assistant:", "<|im_start|>assistant"];

/** What follows the first `Assistant:` or, without one, the first `<|im_start|>assistant`. */
function cutPrompt(output: string): string {
  for (const prefix of ASSISTANT_PREFIXES) {
    const index = output.indexOf(prefix);
    if (index !== -1) return output.slice(index + prefix.length);
  }
  return output;
}

/** Tokens of a chat template, which end a turn wherever they stand. */
const TURN_TOKENS = ["<|im_end|>", "<|im_start|>"];

const RUN_ON_TURNS = ["\nUser:"];

function cutBefore(text: string, turns: readonly string[]): string {
  let rest = text;
  for (const turn of turns) {
    const index = rest.indexOf(turn);
    if (index !== -1) rest = rest.slice(0, index);
  }
  return rest;
}

const THINK = { start: "<think>", end: "</think>" };

/**
 * What of a text is no thought. A text whose first tag is an end began within a thought, which the
 * prompt had opened.
 */
function findUnthought(text: string): Piece[] {
  const firstEnd = text.indexOf(THINK.end);
  let opening = text.indexOf(THINK.start);
  let position = 0;
  if (firstEnd !== -1 && (opening === -1 || firstEnd < opening)) {
    position = firstEnd + THINK.end.length;
  }
  const kept: Piece[] = [];
  while (opening !== -1) {
    kept.push([position, opening]);
    const closing = text.indexOf(THINK.end, opening);
    if (closing === -1) return kept;
    position = closing + THINK.end.length;
    opening = text.indexOf(THINK.start, position);
  }
  kept.push([position, text.length]);
  return kept;
}

/**
 * V8 searches by Boyer and Moore's method, whose table of shifts covers the last 250 characters: a
 * longer pattern may be compared anew at every place, which takes seconds for megabytes.
 */
const MAX_NATIVE_LENGTH = 128;

/** What is searched, with the borders of its prefixes if it is long. */
interface Pattern {
  readonly text: string;
  readonly borders: readonly number[] | null;
}

function toPattern(text: string): Pattern {
  return { text, borders: text.length <= MAX_NATIVE_LENGTH ? null : prefixFunction(text) };
}

/** The first place of a pattern in a text from an index on, or −1: linear in the text. */
function find(text: string, pattern: Pattern, from: number): number {
  const { borders } = pattern;
  return borders === null
    ? text.indexOf(pattern.text, from)
    : findByBorders(text, from, pattern.text, borders);
}

/** Knuth, Morris and Pratt (1977): each character of the text is read once. */
function findByBorders(
  text: string,
  from: number,
  pattern: string,
  borders: readonly number[],
): number {
  let length = 0;
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    while (length > 0 && pattern.charCodeAt(length) !== code) length = borders[length - 1];
    if (pattern.charCodeAt(length) === code) length++;
    if (length === pattern.length) return index - length + 1;
  }
  return -1;
}
