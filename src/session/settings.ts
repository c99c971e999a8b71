import type { AnswerMarkers } from "../problems/extract-answer.ts";

/** What a reset may change and later resets keep. */
export interface Settings {
  readonly environment: string;
  readonly difficulty: number;
  readonly markers: AnswerMarkers;
  /** Whether observations say why an output did not earn 1. */
  readonly explain: boolean;
}
