import { z } from "zod";
import { packageInfo } from "../../package-info.ts";
import * as curricula from "../../protocol/curricula.ts";
import * as messages from "../../protocol/messages.ts";
import * as tasks from "../../protocol/tasks.ts";
import type { Limits } from "../../requests/limits.ts";
import type { Route, Tag } from "./route.ts";

type Json = Record<string, unknown>;

const TAGS: Record<Tag, string> = {
  sessions: "Long-lived sessions, for rollout workers.",
  problems: "One problem at a time, without a session, as OpenEnv's simulation endpoints have it.",
  batches: "Many problems and outputs in one request.",
  curricula: "Draws whose difficulty follows accuracy.",
  environments: "The environments that this server has.",
  tasks: "OpenEnv's Task API: the problems as numbered tasks in splits.",
  mcp: "The Model Context Protocol, for agents.",
  server: "What this server is, and how it does.",
};

/** Errors that many routes have in common, by the names of their components. */
const ERRORS = {
  Unauthorized: { description: "The key is missing or wrong.", schema: "Refusal" },
  Foreign: { description: "A page of another site asked.", schema: "Refusal" },
  TooLarge: { description: "The body or the batch exceeds the server's limit.", schema: "Refusal" },
  ForeignType: { description: "The body is not said to be JSON.", schema: "Refusal" },
  Busy: { description: "The server is receiving as much as it may.", schema: "Refusal" },
  Invalid: { description: "The body is not of the form asked for.", schema: "Invalid" },
} as const;

/** Lists of which the server bounds the number of elements, by schema and property. */
const BATCHES = [
  ["VerifyData", "problems"],
  ["ProblemToVerify", "outputs"],
  ["GenerateData", "problems"],
] as const;

/**
 * The API as an OpenAPI 3.1 document, made of the routes and their schemas.
 * @param hasKey whether the server asks for a key
 */
export function createDocument(
  routes: readonly Route[],
  { maxBatch }: Limits,
  hasKey: boolean,
): Json {
  const schemas = nameSchemas(routes);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path][route.method] = describeOperation(route, schemas, hasKey);
  }
  const responses = Object.entries(ERRORS)
    .filter(([name]) => hasKey || name !== "Unauthorized")
    .map(([name, { description, schema }]) => [
      name,
      { description, content: json(refer("schemas", schema)) },
    ]);
  const document = {
    openapi: "3.1.0",
    info: {
      title: packageInfo.name,
      version: packageInfo.version,
      description: packageInfo.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    // Relative to this document, so that it is right behind a path prefix, too.
    servers: [{ url: "." }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    ...(hasKey && { security: [{ key: [] }] }),
    paths,
  };
  const components = {
    schemas: pickReferred(boundBatches(toJsonSchemas(schemas), maxBatch), { document, responses }),
    responses: Object.fromEntries(responses),
    ...(hasKey && { securitySchemes: { key: { type: "http", scheme: "bearer" } } }),
  };
  return { ...document, components };
}

type SchemaNames = z.core.$ZodRegistry<{ id: string }>;

/** Schemas of the protocol go by their names there, others by the operation that they are for. */
function nameSchemas(routes: readonly Route[]): SchemaNames {
  const names: SchemaNames = z.registry();
  for (const [id, value] of Object.entries({ ...messages, ...curricula, ...tasks })) {
    if (value instanceof z.ZodType) names.add(value, { id });
  }
  names.add(z.object({ detail: z.string() }), { id: "Refusal" });
  names.add(z.object({ detail: z.array(messages.ValidationIssue) }), { id: "Invalid" });
  for (const { name, body, reply } of routes) {
    const operation = name[0].toUpperCase() + name.slice(1);
    if (body && !names.has(body)) names.add(body, { id: `${operation}Body` });
    if (reply && !names.has(reply)) names.add(reply, { id: `${operation}Reply` });
  }
  return names;
}

function toJsonSchemas(names: SchemaNames): Record<string, Json> {
  const { schemas } = z.toJSONSchema(names, { io: "input", uri: (id) => toUri("schemas", id) });
  const entries = Object.entries(schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]);
  return Object.fromEntries(entries);
}

function boundBatches(schemas: Record<string, Json>, maxItems: number): Record<string, Json> {
  const bounded = structuredClone(schemas);
  for (const [name, property] of BATCHES) {
    const { properties } = bounded[name] as { properties: Record<string, Json> };
    properties[property].maxItems = maxItems;
  }
  return bounded;
}

/** Those that something refers to, be it through others. */
function pickReferred(all: Record<string, Json>, from: unknown): Record<string, Json> {
  const referred = new Set<string>();
  const visit = (value: unknown) => {
    for (const [, id] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (referred.has(id)) continue;
      referred.add(id);
      visit(all[id]);
    }
  };
  visit(from);
  return Object.fromEntries([...referred].sort().map((id) => [id, all[id]]));
}

function describeOperation(route: Route, names: SchemaNames, hasKey: boolean): Json {
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
      if (zodSchema._zod.def.type === "pipe") jsonSchema.type = "boolean";
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

function json(schema: Json, beside: Json = {}): Json {
  return { "application/json": { schema, ...beside } };
}

function refer(kind: "schemas" | "responses", name: string): Json {
  return { $ref: toUri(kind, name) };
}

function toUri(kind: "schemas" | "responses", name: string): string {
  return `#/components/${kind}/${name}`;
}
