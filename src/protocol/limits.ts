/*
 * What one message may hold, whatever the server's settings and the way on which it comes. The work
 * that a message can cause is bounded by these before it is done; docs/security.md lists them. The
 * limits that an operator sets are in requests/limits.ts, those of connections in server/limits.ts.
 */

/** What a decoder lets through: amounts for a whole message. */
export interface MessageBounds {
  /** How deep arrays and objects may be nested. */
  readonly depth: number;
  /** Texts, numbers, booleans, nulls, arrays and objects together. */
  readonly values: number;
  /** Members of objects, which cost several times as much as other values where each is new. */
  readonly keys: number;
  /** Digits of one number: their conversion is not linear. */
  readonly digitsOfNumber: number;
  /** Digits of all numbers of more than 15 digits. */
  readonly digits: number;
}

/** A batch of 4,096 problems has some 40,000 keys; the longest stored integers have 46,000 digits. */
export const MESSAGE_BOUNDS: MessageBounds = {
  depth: 64,
  values: 2 ** 19,
  keys: 2 ** 17,
  digitsOfNumber: 50_000,
  digits: 2 ** 20,
};

/** For what comes from a server that one has chosen oneself. */
export const UNBOUNDED: MessageBounds = {
  depth: 64,
  values: Number.POSITIVE_INFINITY,
  keys: Number.POSITIVE_INFINITY,
  digitsOfNumber: Number.POSITIVE_INFINITY,
  digits: Number.POSITIVE_INFINITY,
};

/** Characters of an answer marker. */
export const MAX_MARKER_LENGTH = 256;

/** What is wrong with a message is told up to this many times. */
export const MAX_ISSUES = 20;

/** So many keys that mean nothing to a reset are named. */
export const MAX_IGNORED_NAMED = 20;
