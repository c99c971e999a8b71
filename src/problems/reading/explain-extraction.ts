import { findReplyPieces, scanPairs } from "./extract-answer.ts";
import type { AnswerMarkers } from "./markers.ts";
import type { Reading } from "./reading.ts";

/** A part of an output; all parts in order are the output. */
export interface OutputPart {
  /**
   * `ignored` is not searched; `text` is, and holds no answer; `earlier` is a pair that a later one
   * replaces, `unfinished` what follows a start marker without an end.
   */
  readonly kind: "ignored" | "text" | "marker" | "answer" | "earlier" | "unfinished";
  readonly text: string;
}

/** How many of the pairs before the answer are told apart. */
const MAX_EARLIER = 20;

/** [from, to, kind] in the order of the text. */
type Span = readonly [number, number, OutputPart["kind"]];

/**
 * What extracting the answer makes of each part of an output, by the same searches, in time linear
 * in the output. Where thoughts are taken out of the midst of an answer, the answer has a part for
 * each of its pieces.
 */
export function explainExtraction(
  output: string,
  { start, end }: AnswerMarkers,
  reading: Reading,
): OutputPart[] {
  const pieces = findReplyPieces(output, reading);
  const reply = pieces.map(([from, to]) => output.slice(from, to)).join(" ");
  const earlier: Span[] = [];
  const { answer, unfinished } = scanPairs(reply, { start, end }, reading, ([from, to]) => {
    earlier.push([from - start.length, to + end.length, "earlier"]);
    if (earlier.length > MAX_EARLIER) earlier.shift();
  });
  const spans = [...earlier];
  if (answer !== null) {
    const [from, to] = answer;
    spans.push([from - start.length, from, "marker"], [from, to, "answer"]);
    spans.push([to, to + end.length, "marker"]);
  }
  if (unfinished !== -1) spans.push([unfinished, reply.length, "unfinished"]);
  return toParts(output, pieces, spans);
}

/** Puts the spans of the reply, whose pieces are joined by blanks, back into the output. */
function toParts(
  output: string,
  pieces: readonly (readonly [number, number])[],
  spans: readonly Span[],
): OutputPart[] {
  const parts: OutputPart[] = [];
  const add = (kind: OutputPart["kind"], from: number, to: number) => {
    if (from < to) parts.push({ kind, text: output.slice(from, to) });
  };
  let position = 0;
  let next = 0;
  // Where the piece begins in the reply.
  let begin = 0;
  for (const [from, to] of pieces) {
    add("ignored", position, from);
    position = from;
    const shift = from - begin;
    while (next < spans.length && spans[next][0] + shift < to) {
      const [first, last, kind] = spans[next];
      const spanFrom = Math.max(from, first + shift);
      add("text", position, spanFrom);
      position = Math.min(to, last + shift);
      add(kind, spanFrom, position);
      if (last + shift > to) break;
      next++;
    }
    add("text", position, to);
    position = to;
    begin += to - from + 1;
  }
  add("ignored", position, output.length);
  return parts;
}
