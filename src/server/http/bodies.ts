import type { Context } from "hono";
import type { z } from "zod";
import { parseJson, stringifyJson } from "../../protocol/codecs/lossless.ts";
import type { Outcome } from "../../protocol/errors.ts";
import { findIssues, ProtocolError } from "../../protocol/errors.ts";
import type { ErrorCode, ValidationIssue } from "../../protocol/messages.ts";
import { shorten, toMessage } from "../../wording.ts";

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

/** The body as the schema gives it, or the 422 that says what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
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
  const parsed = schema.safeParse(body);
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
  if (code !== "VALIDATION_ERROR") return refuse(STATUS[code] ?? 500, message);
  return refuse(422, inBody(errors ?? [{ loc: [], msg: message, type: "value_error" }]));
}

function inBody(issues: readonly ValidationIssue[]): ValidationIssue[] {
  return issues.map((issue) => ({ ...issue, loc: ["body", ...issue.loc] }));
}
