import { packageInfo } from "../../package-info.ts";
import type { Limits } from "../../requests/limits.ts";
import { describeOperation } from "./document/operations.ts";
import { type Json, json, refer } from "./document/references.ts";
import { boundBatches, nameSchemas, pickReferred, toJsonSchemas } from "./document/schemas.ts";
import type { Route, Tag } from "./route.ts";

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
