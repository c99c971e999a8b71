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

/**
 * Why there is no reply:
 * - `UNREACHABLE`: no connection could be opened;
 * - `CONNECTION_LOST`: connections ended before the reply came;
 * - `WRONG_SERVER`: what answers is no RLVE-Gym server;
 * - `SESSION_LOST`: the session, or its problem, could not be restored after its connection ended;
 * - `CLOSED`: `close` was called.
 */
export type ConnectionErrorCode =
  | "UNREACHABLE"
  | "CONNECTION_LOST"
  | "WRONG_SERVER"
  | "SESSION_LOST"
  | "CLOSED";

/** There is no connection, or none that is of use: `code` says why. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  readonly code: ConnectionErrorCode;

  constructor(code: ConnectionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A reply did not come in time. The request does not count, and the session goes on. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
  readonly code = "TIMEOUT";
}

/** What was passed cannot be sent. */
export class InvalidRequestError extends Error {
  override readonly name = "InvalidRequestError";
  readonly code = "INVALID_REQUEST";
}

/** Whether trying again may help: a server that restarts, a network that fails, no room. */
export function isTemporary(error: Error): boolean {
  if (error instanceof ConnectionError) {
    return error.code === "UNREACHABLE" || error.code === "CONNECTION_LOST";
  }
  return (
    error instanceof RlveGymError &&
    (error.code === "CAPACITY_REACHED" || error.code === "SESSION_ERROR")
  );
}

/** Whether an error says that there is no connection to be had, rather than answering a request. */
export function isOutage(error: unknown): error is Error {
  if (error instanceof ConnectionError) return error.code !== "CLOSED";
  return error instanceof RlveGymError && REFUSALS.has(error.code);
}

/** With which a server refuses a connection. */
const REFUSALS = new Set<ErrorCode>(["CAPACITY_REACHED", "SESSION_ERROR", "UNAUTHORIZED"]);

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
