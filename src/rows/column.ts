/*
 * What a row's columns hold, in the few types that every reader of Parquet has. Integers here are
 * below 2^53; whatever may be longer (an instance's) stands in a text.
 */

export type Column =
  | "text"
  | "integer"
  /** Any JSON value: itself in JSON lines, its text in Parquet, so that integers of any length survive. */
  | "json"
  | { readonly list: Column }
  | { readonly fields: Columns };

/** The columns of a format, in their order; every row has all of them, null where there is nothing. */
export type Columns = Readonly<Record<string, Column>>;

/** A conversation: how all trainers write a prompt for a chat model. */
export const MESSAGES: Column = { list: { fields: { role: "text", content: "text" } } };
