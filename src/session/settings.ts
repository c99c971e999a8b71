import type { AnswerMarkers } from "../problems/extract-answer.ts";

/** What a reset may change and later resets keep. */
export interface Settings {
  readonly environment: string;
  readonly difficulty: number;
  readonly markers: AnswerMarkers;
  /** Whether observations say why an output did not earn 1. */
  readonly explain: boolean;
}

/** Answer markers from their pair on the wire; undefined for none. */
export function toMarkers(pair: [string, string] | null | undefined): AnswerMarkers | undefined {
  return pair ? { start: pair[0], end: pair[1] } : undefined;
}
