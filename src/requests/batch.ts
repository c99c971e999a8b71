import type { Failure } from "../problems/failure.ts";
import { ProtocolError } from "../protocol/errors.ts";
import type { ErrorCode } from "../protocol/messages.ts";

/** Why one problem of a batch has no result. */
export interface ProblemError {
  error: { code: ErrorCode; message: string };
}

/** The entry of a problem that was wrongly named, or for which the work failed. */
export function toProblemError(cause: Failure | ProtocolError): ProblemError {
  if (cause instanceof ProtocolError) {
    const { code, message } = cause.data;
    return { error: { code, message } };
  }
  const code = cause.failure === "invalid" ? "VALIDATION_ERROR" : "EXECUTION_ERROR";
  return { error: { code, message: cause.message } };
}

/** The entry of a problem behind those which fill the reply. */
export function toReplyTooLarge(maxReplyBytes: number): ProblemError {
  const message = `The reply would exceed ${maxReplyBytes} bytes: ask for fewer problems at once.`;
  return { error: { code: "BATCH_TOO_LARGE", message } };
}

/** How many problems of a batch are asked for at once: the workers serve other sessions, too. */
const GROUP = 64;

/** The problems of a batch in groups that are asked for at once. */
export function* inGroups<Named>(problems: readonly Named[]): Generator<Named[]> {
  for (let start = 0; start < problems.length; start += GROUP) {
    yield problems.slice(start, start + GROUP);
  }
}
