import type { Context } from "hono";
import type { z } from "zod";
import type { MaybePromise, Outcome } from "../../event-loop.ts";
import { parseJson, stringifyJson } from "../../protocol/codecs/lossless.ts";
import { findIssues, ProtocolError } from "../../protocol/errors.ts";
import type { ErrorCode, ValidationIssue } from "../../protocol/messages.ts";

/** A response of JSON; integers beyond 2^53 are plain digits. */
export function respond(body: unknown, status = 200): Response {
  return new Response(stringifyJson(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}

/** A 422 in the shape of OpenEnv's server. */
export function respondInvalid(detail: readonly ValidationIssue[]): Response {
  return respond({ detail }, 422);
}

/**
 * Reads a body, validates it and answers with what `handle` makes of it. A missing body counts as
 * an empty object.
 */
export async function withBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  handle: (body: z.infer<Schema>) => MaybePromise<Outcome<unknown> | Response>,
): Promise<Response> {
  let body: unknown;
  try {
    const text = await context.req.text();
    body = text.trim() === "" ? {} : parseJson(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message.slice(0, 200) : "";
    return respondInvalid([
      { loc: ["body"], msg: `JSON decode error: ${cause}`, type: "json_invalid" },
    ]);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) return respondInvalid(inBody(findIssues(schema, body)));
  const outcome = await handle(parsed.data);
  return outcome instanceof Response ? outcome : respondOutcome(outcome);
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
  if (code !== "VALIDATION_ERROR") return respond({ detail: message }, STATUS[code] ?? 500);
  return respondInvalid(inBody(errors ?? [{ loc: [], msg: message, type: "value_error" }]));
}

function inBody(issues: readonly ValidationIssue[]): ValidationIssue[] {
  return issues.map((issue) => ({ ...issue, loc: ["body", ...issue.loc] }));
}
