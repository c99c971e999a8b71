import { ProtocolError } from "../protocol/errors.ts";

/** The amounts that bound what one request may cost. Schemas state shape only. */
export interface Limits {
  /**
   * A longer message is answered by MESSAGE_TOO_LARGE; one over twice as long ends the connection.
   * The replies to one frame hold about as much at most.
   */
  readonly maxMessageBytes: number;
  /** The most requests in an array, problems in a batch, and outputs of one problem. */
  readonly maxBatch: number;
}

/** The error of a message that is longer than it may be; null if it is not. */
export function refuseLongMessage(
  bytes: number,
  { maxMessageBytes }: Limits,
): ProtocolError | null {
  if (bytes <= maxMessageBytes) return null;
  const sizes = `${bytes} bytes, but at most ${maxMessageBytes} are allowed`;
  return new ProtocolError("MESSAGE_TOO_LARGE", `The message has ${sizes}.`);
}

/** What is said of a body whose length may not be known, only that it is too long. */
export function describeLongBody({ maxMessageBytes }: Limits): string {
  return `The body exceeds ${maxMessageBytes} bytes.`;
}

/** What data hold lists of, and how these are called. */
const LISTS = [
  ["problems", "problems in a batch"],
  ["group_ids", "problems in a batch"],
  ["outcomes", "outcomes in a report"],
] as const;

/**
 * The error of data whose `problems`, `group_ids` or `outcomes`, or the `outputs` of one of them, are more than
 * they may be; null if they are not. It comes before validation, which looks at every element.
 */
export function refuseExcess(data: unknown, limits: Limits): ProtocolError | null {
  for (const [key, what] of LISTS) {
    const tooMany = refuseLargeBatch(listIn(data, key).length, what, limits);
    if (tooMany) return tooMany;
  }
  const problems = listIn(data, "problems");
  for (const problem of problems) {
    const { length } = listIn(problem, "outputs");
    const tooMany = refuseLargeBatch(length, "outputs of one problem", limits);
    if (tooMany) return tooMany;
  }
  return null;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const list = (value as Record<string, unknown>)[key];
  return Array.isArray(list) ? list : [];
}

/** The error of a batch that holds more than it may; null if it does not. */
export function refuseLargeBatch(
  size: number,
  what: string,
  { maxBatch }: Limits,
): ProtocolError | null {
  if (size <= maxBatch) return null;
  const sizes = `${size} ${what}, but at most ${maxBatch} are allowed`;
  return new ProtocolError("BATCH_TOO_LARGE", `${sizes}.`);
}
