import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { expect, onTestFinished } from "vitest";
import { environments } from "../../../src/environments/registry.ts";
import { generateProblem } from "../../../src/problems/problem.ts";
import type { TestServer } from "../harness.ts";

/** A problem and an answer that earns 1. */
export function solved(id: string, difficulty: number, seed: number) {
  const environment = environments.get(id);
  if (environment === undefined) throw new Error(`${id} is not registered`);
  const { prompt, instance } = generateProblem(environment, difficulty, seed);
  return { prompt, answer: environment.solve(instance) };
}

interface AnyResponse {
  id: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: results of every shape, whose fields tests look into
  result?: any;
  error?: { code: number; message: string; data?: unknown };
}

/** A request over HTTP in OpenEnv's way: plain JSON, no headers of MCP. */
export async function post({ httpUrl }: TestServer, body: unknown) {
  const response = await fetch(`${httpUrl}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as AnyResponse };
}

export async function call(
  server: TestServer,
  method: string,
  params: object = {},
): Promise<AnyResponse> {
  const { status, body } = await post(server, { jsonrpc: "2.0", id: 7, method, params });
  expect(status).toBe(200);
  expect(body.id).toBe(7);
  return body;
}

export async function createSession(server: TestServer): Promise<string> {
  return (await call(server, "openenv/session/create")).result.session_id;
}

export function callTool(server: TestServer, session_id: string, name: string, args: object = {}) {
  return call(server, "tools/call", { name, arguments: args, session_id });
}

/** The official client, connected; it closes with the test. */
export async function connectClient(transport: Transport): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

/** The transport of official clients. */
export function streamable({ httpUrl }: TestServer, headers: Record<string, string> = {}) {
  return new StreamableHTTPClientTransport(new URL(`${httpUrl}/mcp`), { requestInit: { headers } });
}

/** What a session with the default settings is posed first. */
export const { prompt, answer } = solved("Multiplication", 0, 0);
