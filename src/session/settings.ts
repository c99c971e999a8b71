import type { Rule } from "../problems/reading/reading.ts";

/** What a reset may change and later resets keep. */
export interface Settings extends Rule {
  readonly environment: string;
  readonly difficulty: number;
  /** Whether observations say why an output did not earn 1. */
  readonly explain: boolean;
}
