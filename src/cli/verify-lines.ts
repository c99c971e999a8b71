import type { Reading } from "../problems/reading/reading.ts";
import { mapBounded } from "./map-bounded.ts";
import { readLines } from "./read-lines.ts";
import { createLineVerifier } from "./verify-line.ts";

/** How lines are to be verified. */
export interface VerifyOptions {
  readonly explain?: boolean;
  /** How outputs are read where their line has no reading. */
  readonly reading: Reading;
  /** What results have from their lines, besides `id` and `problem_id`. */
  readonly keep: readonly string[];
  /** How many seconds one line may take; 0 for any. */
  readonly timeout: number;
}

/** How many lines there were, blank ones left out, and which could not be verified. */
export interface LineCounts {
  readonly lines: number;
  readonly failed: number;
  /** The first that failed; its number counts blank lines, too, from 1. */
  readonly first: { readonly line: number; readonly fault: string } | null;
}

/**
 * Verifies JSON lines, one result a line, in order, in constant memory: it reads no faster than
 * results are taken.
 */
export async function verifyLines(
  input: AsyncIterable<Uint8Array>,
  { explain = false, reading, keep, timeout }: VerifyOptions,
  take: (results: readonly string[], counts: LineCounts) => Promise<void>,
): Promise<LineCounts> {
  const verifier = createLineVerifier({ explain, reading, keys: ["id", "problem_id", ...keep] });
  let counts: LineCounts = { lines: 0, failed: 0, first: null };
  let read = 0;
  for await (const chunk of readLines(input)) {
    const numbered = chunk
      .map((line, index) => ({ line, number: read + index + 1 }))
      .filter(({ line }) => line.trim() !== "");
    read += chunk.length;
    const slices = mapBounded({
      count: numbered.length,
      map: (index) => ({ ...numbered[index], ...verifier.verify(numbered[index].line) }),
      timeout,
      onTimeout: (index) => ({
        ...numbered[index],
        ...verifier.interrupted(numbered[index].line, timeout),
      }),
    });
    for (const results of slices) {
      const [first] = results.flatMap(({ number, fault }) =>
        fault === null ? [] : [{ line: number, fault }],
      );
      counts = {
        lines: counts.lines + results.length,
        failed: counts.failed + results.filter(({ fault }) => fault !== null).length,
        first: counts.first ?? first ?? null,
      };
      await take(
        results.map(({ text }) => text),
        counts,
      );
    }
  }
  return counts;
}
