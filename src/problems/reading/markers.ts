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
