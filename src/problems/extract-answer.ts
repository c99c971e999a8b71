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
 * ended, so the cost is linear whatever the output holds.
 */
export function extractAnswer(output: string, { start, end }: AnswerMarkers): string | null {
  let position = startOfReply(output);
  let answer: [number, number] | null = null;
  for (;;) {
    const opening = output.indexOf(start, position);
    if (opening === -1) break;
    const from = opening + start.length;
    const to = output.indexOf(end, from);
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
