import type { Failure } from "../problems/failure.ts";
import { ProtocolError } from "../protocol/errors.ts";
import type { ErrorCode } from "../protocol/messages.ts";

/** Why one problem of a batch has no result. */
export interface ProblemError {
  error: { code: ErrorCode; message: string };
}

export function toProblemError({ failure, message }: Failure): ProblemError {
  const code = failure === "invalid" ? "VALIDATION_ERROR" : "EXECUTION_ERROR";
  return { error: { code, message } };
}

/** The error of a batch that holds more than it may; undefined if it does not. */
export function refuseLarge(size: number, limit: number, what: string): ProtocolError | undefined {
  return size > limit
    ? new ProtocolError("BATCH_TOO_LARGE", `${size} ${what}, but at most ${limit} are allowed.`)
    : undefined;
}

/** How many problems of a batch are asked for at once: the workers serve other sessions, too. */
const GROUP = 64;

/** The problems of a batch in groups that are asked for at once. */
export function* inGroups<Named>(problems: readonly Named[]): Generator<Named[]> {
  for (let start = 0; start < problems.length; start += GROUP) {
    yield problems.slice(start, start + GROUP);
  }
}

/** How long a batch may hold the event loop before others have their turn. */
const SLICE_MS = 4;

/** Gives a function that says, between two pieces of work, whether to let others have a turn. */
export function createSlices(): () => boolean {
  let end = performance.now() + SLICE_MS;
  return () => {
    const now = performance.now();
    if (now < end) return false;
    end = now + SLICE_MS;
    return true;
  };
}
