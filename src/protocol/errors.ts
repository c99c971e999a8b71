import type { z } from "zod";
import { validateMessage } from "../validation.ts";
import { shorten } from "../wording.ts";
import { MAX_ISSUES } from "./limits.ts";
import type { ErrorCode, ErrorData, ErrorReply, RequestId, ValidationIssue } from "./messages.ts";

/** Something a request did that is answered by an error: a value, never thrown. */
export class ProtocolError {
  readonly data: ErrorData;
  /** The status of a response over HTTP, where it is not the one of the code. */
  readonly status: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: Record<string, unknown> = {},
    status?: number,
  ) {
    this.data = { message, code, ...details };
    this.status = status;
  }
}

/** What a client is told of an exception, which is a bug: only the log has the rest. */
export const INTERNAL_ERROR = new ProtocolError(
  "EXECUTION_ERROR",
  "The request failed because of an internal error, which was logged.",
);

/** A result or an error; exceptions are for bugs. */
export type Outcome<Data> = Data | ProtocolError;

/** The one place that builds an error reply. */
export function toErrorReply(error: ProtocolError, id?: RequestId): ErrorReply {
  return id === undefined
    ? { type: "error", data: error.data }
    : { type: "error", data: error.data, id };
}

/** Why a schema refuses a value, as an error whose issues are located relative to the value. */
export function toValidationError(schema: z.ZodType, value: unknown): ProtocolError {
  const errors = findIssues(schema, value);
  const [first] = errors;
  const where = first.loc.length === 0 ? "" : `${first.loc.join(".")}: `;
  return new ProtocolError("VALIDATION_ERROR", `Invalid message: ${where}${first.msg}`, { errors });
}

/** The longest text in an issue. */
const MAX_TEXT = 200;

/** The first issues that a schema has with a value, in the shape of OpenEnv's. */
export function findIssues(schema: z.ZodType, value: unknown): ValidationIssue[] {
  const { error } = validateMessage(schema, value, { reportInput: true });
  return (error?.issues ?? []).slice(0, MAX_ISSUES).flatMap(toIssues).slice(0, MAX_ISSUES);
}

function toIssues(issue: z.core.$ZodIssue): ValidationIssue[] {
  const loc = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MAX_ISSUES).map((key) => ({
      loc: [...loc, shorten(key, MAX_TEXT)],
      msg: "Extra inputs are not permitted",
      type: "extra_forbidden",
    }));
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [{ loc, msg: "Field required", type: "missing" }];
  }
  return [{ loc, msg: shorten(issue.message, MAX_TEXT), type: issue.code }];
}
