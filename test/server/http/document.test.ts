import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createTestApp } from "./test-app.ts";

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    name: string;
    in: string;
    schema: { examples: readonly string[] };
  }[];
  readonly requestBody?: {
    readonly content: { readonly "application/json": { readonly examples: Examples } };
  };
  readonly responses: Readonly<Record<string, Response>>;
}

type Examples = Readonly<Record<string, { readonly value: unknown }>>;

interface Response {
  readonly content?: {
    readonly "application/json": { readonly schema: { readonly $ref: string } };
  };
}

interface Document {
  readonly info: { readonly version: string };
  readonly security?: readonly object[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

async function readDocument(app: Hono, headers: Record<string, string> = {}): Promise<Document> {
  return (await app.request("/openapi.json", { headers })).json() as never;
}

const document = await readDocument(createTestApp());
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("every operation has a name of its own and a group that is described", () => {
  expect(document.info.version).toMatch(/^1\./);
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  const groups = new Set(document.tags.map(({ name }) => name));
  for (const { operation } of operations) {
    expect(operation.tags).toHaveLength(1);
    expect(groups).toContain(operation.tags[0]);
  }
});

test("every operation says what it gives where nothing is wrong", () => {
  // 426: where to upgrade.
  const isGood = (status: number) => status < 400 || status === 426;
  for (const { operation } of operations) {
    const statuses = Object.keys(operation.responses).map(Number);
    expect(statuses.some(isGood), operation.operationId).toBe(true);
  }
});

test("references lead to components, and no component is unused", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)];
  const used = new Set(references.map(([, name]) => name));
  const there = Object.entries(document.components).flatMap(([kind, entries]) =>
    Object.keys(entries).map((name) => `${kind}/${name}`),
  );
  expect([...used].sort()).toEqual(there.sort());
  expect(JSON.stringify(document)).not.toContain("$defs");
});

test("a key is asked for where the server has one, but not by probes", async () => {
  expect(document.security).toBeUndefined();
  expect(document.components.securitySchemes).toBeUndefined();
  const secured = await readDocument(createTestApp({ key: "secret" }), {
    authorization: "Bearer secret",
  });
  expect(secured.security).toEqual([{ key: [] }]);
  expect(secured.components.securitySchemes).toEqual({ key: { type: "http", scheme: "bearer" } });
  expect(secured.components.responses).toHaveProperty("Unauthorized");
  const open = Object.entries(secured.paths).filter(([, { get }]) => get?.security?.length === 0);
  expect(open.map(([path]) => path)).toEqual(["/health", "/ready"]);
  expect(secured.paths["/state"].get.responses).toHaveProperty("401");
});

describe("what the document shows can be sent, and what comes is as it says", () => {
  const app = createTestApp();
  const requests = operations
    .filter(({ operation }) => operation.responses[200]?.content !== undefined)
    .flatMap(({ path, method, operation }) => {
      const parameters = (operation.parameters ?? []).filter((one) => one.in === "path");
      const url = parameters.reduce(
        (text, { name, schema }) => text.replace(`{${name}}`, schema.examples[0]),
        path,
      );
      const examples = operation.requestBody?.content["application/json"].examples ?? {};
      const bodies: [string, string | undefined][] =
        operation.requestBody === undefined
          ? [["no body", undefined]]
          : Object.entries(examples).map(([title, { value }]) => [title, JSON.stringify(value)]);
      expect(bodies.length, path).toBeGreaterThan(0);
      return bodies.map(([title, body]) => ({ url, method, operation, title, body }));
    });

  // Those that the examples speak of.
  beforeAll(async () => {
    for (const name of ["main", "former"]) {
      const { value } = Object.values(
        document.paths["/curricula/{name}"].put.requestBody?.content["application/json"].examples ??
          {},
      )[0];
      await app.request(`/curricula/${name}`, { method: "PUT", body: JSON.stringify(value) });
    }
  });

  test.each(requests)("$method $url: $title", async ({ url, method, operation, body }) => {
    const response = await app.request(url, {
      method: method.toUpperCase(),
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(200);
    const { $ref = "" } = operation.responses[200].content?.["application/json"].schema ?? {};
    const schema = z.fromJSONSchema({
      $ref: $ref.replace("#/components/schemas", "#/$defs"),
      $defs,
    });
    const reply = await response.json();
    expect(schema.safeParse(reply).error).toBeUndefined();
    expect(schema.safeParse("something else").success).toBe(false);
    // A problem that could not be verified or generated would be of the form, too.
    expect(JSON.stringify(reply)).not.toContain('"error":');
  });
});

const $defs = JSON.parse(
  JSON.stringify(document.components.schemas).replaceAll("#/components/schemas", "#/$defs"),
);
