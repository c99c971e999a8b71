import type { ErrorCode, ErrorData } from "../protocol/messages.ts";

/** The server answered a request, or the connection itself, with an error. */
export class RlveGymError extends Error {
  override readonly name = "RlveGymError";
  readonly code: ErrorCode;
  /** Everything the server said: issues of validation, counts of sessions, … */
  readonly details: ErrorData;

  constructor(details: ErrorData) {
    super(details.message);
    this.code = details.code;
    this.details = details;
  }
}

/** There is no connection: it could not be opened, was lost, or was closed. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

/** A reply did not come in time. The request may still be worked on. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
}
