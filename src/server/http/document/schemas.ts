import { z } from "zod";
import * as curricula from "../../../protocol/curricula.ts";
import * as messages from "../../../protocol/messages.ts";
import * as tasks from "../../../protocol/tasks.ts";
import type { Route } from "../route.ts";
import { type Json, toUri } from "./references.ts";

/** Amounts that the server bounds: schema, property, and what says so. */
const BOUNDED = [
  ["VerifyData", "problems", "maxItems"],
  ["ProblemToVerify", "outputs", "maxItems"],
  ["GenerateData", "problems", "maxItems"],
  ["GenerateData", "count", "maximum"],
  ["ReportData", "outcomes", "maxItems"],
] as const;

export type SchemaNames = z.core.$ZodRegistry<{ id: string }>;

/** Schemas of the protocol go by their names there, others by the operation that they are for. */
export function nameSchemas(routes: readonly Route[]): SchemaNames {
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

export function toJsonSchemas(names: SchemaNames): Record<string, Json> {
  const { schemas } = z.toJSONSchema(names, {
    io: "input",
    uri: (id) => toUri("schemas", id),
    override: ({ jsonSchema }) => simplifyTuple(jsonSchema),
  });
  const entries = Object.entries(schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]);
  return Object.fromEntries(entries);
}

/** A pair of alike is an array of two: many tools do not know `prefixItems`. */
function simplifyTuple(schema: z.core.JSONSchema.BaseSchema): void {
  const [first, ...others] = schema.prefixItems ?? [];
  if (first === undefined) return;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return;
  schema.items = first;
  delete schema.prefixItems;
}

export function boundBatches(
  schemas: Record<string, Json>,
  maxBatch: number,
): Record<string, Json> {
  const bounded = structuredClone(schemas);
  for (const [name, property, keyword] of BOUNDED) {
    const { properties } = bounded[name] as { properties: Record<string, Json> };
    bound(properties[property], keyword, maxBatch);
  }
  return bounded;
}

/** Where there may be null instead, the bound is that of the alternative. */
function bound(schema: Json, keyword: string, limit: number): void {
  const [alternative] = (schema.anyOf ?? []) as Json[];
  (alternative ?? schema)[keyword] = limit;
}

/** Those that something refers to, be it through others. */
export function pickReferred(all: Record<string, Json>, from: unknown): Record<string, Json> {
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
