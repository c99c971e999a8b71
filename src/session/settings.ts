import type { Rule } from "../problems/reading/reading.ts";
import type { Split } from "../problems/split.ts";

/** What a reset may change and later resets keep. */
export interface Settings extends Rule {
  readonly environment: string;
  readonly difficulty: number;
  /** Of which problems are drawn; null for both. */
  readonly split: Split | null;
  /** The curriculum that draws where a reset names no problem; null for none. */
  readonly curriculum: string | null;
  /** Whether observations say why an output did not earn 1. */
  readonly explain: boolean;
}
