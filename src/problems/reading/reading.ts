import type { AnswerMarkers } from "./markers.ts";

/**
 * How an output is read, where it is not by the original's rule. Nothing given is that rule.
 */
export interface Reading {
  /**
   * The output is the model's alone: no `Assistant:` is searched, and what stands after a run-on
   * turn is not the model's.
   */
  readonly completion?: true;
  /** Of `start … start … end` the last start counts. */
  readonly innermost?: true;
  /** What stands in `<think>…</think>`, also unfinished, is not searched. */
  readonly think?: "strip";
  /** An answer that is not well-formed is read again without its dress. */
  readonly lenient?: true;
}

/** The original's rule, and the default. */
export const STRICT: Reading = Object.freeze({});

/** All that says how an output is read. */
export interface Rule {
  readonly markers: AnswerMarkers;
  readonly reading: Reading;
}

/** A reading as it stands in a message. */
interface ReadingFields {
  readonly completion?: boolean | null | undefined;
  readonly innermost?: boolean | null | undefined;
  readonly think?: "strip" | null | undefined;
  readonly lenient?: boolean | null | undefined;
}

/** The reading that a message asks for, without what is off; undefined where it asks for none. */
export function toReading(fields: ReadingFields): Reading;
export function toReading(fields: ReadingFields | null | undefined): Reading | undefined;
export function toReading(fields: ReadingFields | null | undefined): Reading | undefined {
  if (!fields) return undefined;
  const { completion, innermost, think, lenient } = fields;
  if (!(completion || innermost || think || lenient)) return STRICT;
  return {
    ...(completion && { completion }),
    ...(innermost && { innermost }),
    ...(think && { think }),
    ...(lenient && { lenient }),
  };
}

/** The reading with one option off. */
export function without(reading: Reading, option: keyof Reading): Reading {
  const { [option]: _off, ...rest } = reading;
  return rest;
}
