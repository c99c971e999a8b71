import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { ServerContext } from "../context.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { createProbes } from "./probes.ts";

/**
 * Answers HTTP requests. Probes are answered here, at once; the app is loaded by the first other
 * request, so that it costs nothing at start-up.
 */
export function createHttpListener(server: ServerContext, mcp: Mcp): RequestListener {
  const probes = new Map(createProbes(server).map((probe) => [probe.path, probe]));
  let app: Promise<RequestListener> | undefined;
  return (request, response) => {
    const probe = probes.get(request.url ?? "");
    if (probe !== undefined) {
      const { status, body } = probe.answer();
      return sendJson(response, status, body);
    }
    app ??= loadApp(server, mcp);
    app.then(
      (listen) => listen(request, response),
      (error) => fail(server, request, response, error),
    );
  };
}

async function loadApp(server: ServerContext, mcp: Mcp): Promise<RequestListener> {
  const [{ getRequestListener }, { createApp }] = await Promise.all([
    import("@hono/node-server"),
    import("./app.ts"),
  ]);
  return getRequestListener(createApp(server, mcp).fetch);
}

function fail(
  { report }: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
): void {
  report(error);
  request.resume();
  sendJson(response, 500, { detail: "Internal Server Error" });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
