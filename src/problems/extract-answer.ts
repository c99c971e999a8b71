import { prefixFunction } from "../environments/toolkit/text/prefix-function.ts";

/** The texts that enclose an answer in a model's output. */
export interface AnswerMarkers {
  readonly start: string;
  readonly end: string;
}

/** Answer markers from their pair on the wire; undefined for none. */
export function toMarkers(pair: [string, string]): AnswerMarkers;
export function toMarkers(pair: [string, string] | null | undefined): AnswerMarkers | undefined;
export function toMarkers(pair: [string, string] | null | undefined): AnswerMarkers | undefined {
  return pair ? { start: pair[0], end: pair[1] } : undefined;
}

/** The pair of answer markers on the wire. */
export function toPair({ start, end }: AnswerMarkers): [string, string] {
  return [start, end];
}

const ASSISTANT_PREFIXES = ["Assistant:", "<|im_start|>assistant"];

/**
 * The answer in a model's output: what stands in the last of the non-overlapping `start … end`
 * pairs, read from left to right, after the first `Assistant:` or, without one, after the first
 * `<|im_start|>assistant`. Null when there is no pair. Every search goes on where the last one
 * ended, so the cost is linear whatever output and markers hold.
 */
export function extractAnswer(output: string, { start, end }: AnswerMarkers): string | null {
  let position = startOfReply(output);
  const findStart = createSearch(start);
  const findEnd = createSearch(end);
  let answer: [number, number] | null = null;
  for (;;) {
    const opening = findStart(output, position);
    if (opening === -1) break;
    const from = opening + start.length;
    const to = findEnd(output, from);
    if (to === -1) break;
    answer = [from, to];
    position = to + end.length;
  }
  return answer === null ? null : output.slice(...answer);
}

function startOfReply(output: string): number {
  for (const prefix of ASSISTANT_PREFIXES) {
    const index = output.indexOf(prefix);
    if (index !== -1) return index + prefix.length;
  }
  return 0;
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
