import { z } from "zod";
import type { Route } from "../route.ts";
import { type Json, json, refer } from "./references.ts";
import type { SchemaNames } from "./schemas.ts";

export function describeOperation(route: Route, names: SchemaNames, hasKey: boolean): Json {
  const { name, tag, summary, description, query, body, examples, reply } = route;
  const toReference = (schema: z.ZodType) => refer("schemas", names.get(schema)?.id ?? "");
  const parameters = [
    ...toParameters("path", route.parameters),
    ...toParameters("query", query),
    ...toParameters("header", route.headers),
  ];
  const shown = Object.entries(examples ?? {}).map(([title, value]) => [title, { value }]);
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(route.isOpen && hasKey && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: json(toReference(body), { examples: Object.fromEntries(shown) }),
      },
    }),
    responses: {
      ...(reply && { 200: { description: "OK", content: json(toReference(reply)) } }),
      ...describeStatuses(route, toReference),
      ...(hasKey && !route.isOpen && { 401: refer("responses", "Unauthorized") }),
      ...(!route.isOpen && { 403: refer("responses", "Foreign") }),
      ...(body && {
        413: refer("responses", "TooLarge"),
        415: refer("responses", "ForeignType"),
        503: refer("responses", "Busy"),
      }),
      ...((body || route.parameters || query) && { 422: refer("responses", "Invalid") }),
    },
  };
}

/** Every status of the client's doing has a body that says why. */
function describeStatuses(
  { statuses = {}, refusal }: Route,
  toReference: (schema: z.ZodType) => Json,
): Json {
  const schema = refusal ? toReference(refusal) : refer("schemas", "Refusal");
  const entries = Object.entries(statuses).map(([status, description]) => [
    status,
    Number(status) < 400 ? { description } : { description, content: json(schema) },
  ]);
  return Object.fromEntries(entries);
}

/** Parameters of a path or headers, of which every one is needed, or of a query, of which none is. */
function toParameters(
  where: "path" | "query" | "header",
  parameters: z.ZodObject = z.object({}),
): Json[] {
  const { properties = {} } = z.toJSONSchema(parameters, {
    io: "input",
    override({ zodSchema, jsonSchema }) {
      // A boolean's text, such as true.
      const { def } = zodSchema._zod;
      if (def.type === "pipe" && def.out._zod.def.type === "boolean") jsonSchema.type = "boolean";
    },
  });
  return Object.entries(properties as Record<string, Json>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: where,
      required: where !== "query",
      ...(description !== undefined && { description }),
      schema,
    }),
  );
}
