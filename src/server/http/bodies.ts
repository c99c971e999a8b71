import type { Context } from "hono";
import type { z } from "zod";
import { parseJson, stringifyJson } from "../../protocol/codecs/lossless.ts";
import type { Outcome } from "../../protocol/errors.ts";
import { findIssues, ProtocolError } from "../../protocol/errors.ts";
import type { ErrorCode, ValidationIssue } from "../../protocol/messages.ts";
import { validate } from "../../validation.ts";
import { shorten, toMessage } from "../../wording.ts";

/** The error of a body that holds too much. */
export type RefuseAmounts = (body: unknown) => ProtocolError | null;

type HeaderFields = Readonly<Record<string, string>>;

/** A response of JSON; integers beyond 2^53 are plain digits. */
export function respond(body: unknown, status = 200, headers: HeaderFields = {}): Response {
  return new Response(stringifyJson(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** An error in the shape of OpenEnv's server. */
export function refuse(
  status: number,
  detail: string | readonly ValidationIssue[],
  headers: HeaderFields = {},
): Response {
  return respond({ detail }, status, headers);
}

/**
 * The body as the schema gives it, or the 422 that says what is wrong with it.
 * @param choose the schema for a body, where a route takes several kinds
 * @param refuseAmounts looks at what the body holds before it is validated
 */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  choose: (body: unknown) => Schema,
  refuseAmounts: RefuseAmounts = () => null,
): Promise<z.output<Schema> | Response> {
  let body: unknown;
  try {
    const text = await c.req.text();
    body = text.trim() === "" ? {} : parseJson(text);
  } catch (error) {
    const cause = shorten(toMessage(error));
    return refuse(422, [
      { loc: ["body"], msg: `JSON decode error: ${cause}`, type: "json_invalid" },
    ]);
  }
  const excess = refuseAmounts(body);
  if (excess) return respondOutcome(excess);
  const schema = choose(body);
  const parsed = validate(schema, body);
  return parsed.success ? parsed.data : refuse(422, inBody(findIssues(schema, body)));
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  BATCH_TOO_LARGE: 413,
  MESSAGE_TOO_LARGE: 413,
  EXECUTION_ERROR: 500,
  UNAUTHORIZED: 401,
};

/** A handler's result as a response: its data, or its error with the status that fits. */
export function respondOutcome(outcome: Outcome<unknown>): Response {
  if (!(outcome instanceof ProtocolError)) return respond(outcome);
  const { code, message, errors } = outcome.data;
  if (outcome.status !== undefined) return refuse(outcome.status, message);
  if (code !== "VALIDATION_ERROR") return refuse(STATUS[code] ?? 500, message);
  return refuse(422, inBody(errors ?? [{ loc: [], msg: message, type: "value_error" }]));
}

function inBody(issues: readonly ValidationIssue[]): ValidationIssue[] {
  return issues.map((issue) => ({ ...issue, loc: ["body", ...issue.loc] }));
}
