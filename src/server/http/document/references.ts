/** Any JSON object. */
export type Json = Record<string, unknown>;

export function json(schema: Json, beside: Json = {}): Json {
  return { "application/json": { schema, ...beside } };
}

export function refer(kind: "schemas" | "responses", name: string): Json {
  return { $ref: toUri(kind, name) };
}

export function toUri(kind: "schemas" | "responses", name: string): string {
  return `#/components/${kind}/${name}`;
}
