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
  const findStart = createSearch(start);
  const findEnd = createSearch(end);
  let answer: [number, number] | null = null;
  let opening = findStart(text, 0);
  while (opening !== -1) {
    let from = opening + start.length;
    const to = findEnd(text, from);
    if (to === -1) break;
    if (reading.innermost) {
      opening = findStart(text, from);
      while (opening !== -1 && opening + start.length <= to) {
        from = opening + start.length;
        opening = findStart(text, from);
      }
    }
    answer = [from, to];
    // Beyond the end, the start that was found last is the next one.
    const position = to + end.length;
    if (opening !== -1 && opening < position) opening = findStart(text, position);
  }
  return answer === null ? null : text.slice(...answer);
}

/** What of an output is searched for the answer. */
function findReply(output: string, { completion, think }: Reading): string {
  let reply = completion ? cutBefore(output, TURN_TOKENS) : cutPrompt(output);
  if (think) reply = stripThoughts(reply);
  // Only here: thoughts may well repeat what the user said.
  return completion ? cutBefore(reply, RUN_ON_TURNS) : reply;
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
 * A text with a blank for each of its thoughts, so that no marker comes about where there was none.
 * A text whose first tag is an end began within a thought, which the prompt had opened.
 */
function stripThoughts(text: string): string {
  const firstEnd = text.indexOf(THINK.end);
  let opening = text.indexOf(THINK.start);
  let position = 0;
  if (firstEnd !== -1 && (opening === -1 || firstEnd < opening)) {
    position = firstEnd + THINK.end.length;
  }
  const kept: string[] = [];
  while (opening !== -1) {
    kept.push(text.slice(position, opening));
    const closing = text.indexOf(THINK.end, opening);
    if (closing === -1) return kept.join(" ");
    position = closing + THINK.end.length;
    opening = text.indexOf(THINK.start, position);
  }
  kept.push(text.slice(position));
  return kept.join(" ");
}

/**
 * V8 searches by Boyer and Moore's method, whose table of shifts covers the last 250 characters: a
 * longer pattern may be compared anew at every place, which takes seconds for megabytes.
 */
const MAX_NATIVE_LENGTH = 128;

type Search = (text: string, from: number) => number;

/** The first place of a pattern in a text from an index on, or −1: linear in the text. */
function createSearch(pattern: string): Search {
  if (pattern.length <= MAX_NATIVE_LENGTH) return (text, from) => text.indexOf(pattern, from);
  const borders = prefixFunction(pattern);
  return (text, from) => findByBorders(text, from, pattern, borders);
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
