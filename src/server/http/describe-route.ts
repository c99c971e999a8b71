import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { ValidationIssue } from "../../protocol/messages.ts";

const Invalid = z.object({ detail: z.array(ValidationIssue) });
const Refused = z.object({ detail: z.string() });

/** What /openapi.json says of a route. */
interface RouteDescription {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly parameters?: z.ZodObject;
  readonly reply: z.ZodType;
  /** What other statuses mean, where they are the client's doing. */
  readonly refusals?: Readonly<Record<number, string>>;
}

/**
 * Adds a route to the OpenAPI document. The handler validates the body itself, with the same
 * schema, since the library's validator would read it without regard for integers beyond 2^53.
 */
export function describeRoute(
  app: OpenAPIHono,
  method: "get" | "post",
  path: string,
  { summary, body, parameters, reply, refusals = {} }: RouteDescription,
): void {
  const refused = Object.entries(refusals).map(([status, description]) => [
    status,
    { description, content: { "application/json": { schema: Refused } } },
  ]);
  app.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    request: {
      ...(body && { body: { content: { "application/json": { schema: body } } } }),
      ...(parameters && { params: parameters }),
    },
    responses: {
      200: { description: "OK", content: { "application/json": { schema: reply } } },
      ...(body && {
        422: {
          description: "The body is not of the form asked for.",
          content: { "application/json": { schema: Invalid } },
        },
      }),
      ...Object.fromEntries(refused),
    },
  });
}
