import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AppOptions } from "./app.ts";

/**
 * Answers HTTP requests. Probes are answered here, at once; the routes with their OpenAPI machinery
 * are loaded by the first other request, so that they cost nothing at start-up.
 */
export function createHttpListener(options: AppOptions): RequestListener {
  let app: Promise<RequestListener> | undefined;
  return (request, response) => {
    if (request.url === "/health") return sendJson(response, 200, { status: "healthy" });
    if (request.url === "/ready") {
      return options.sessions.isDraining
        ? sendJson(response, 503, { status: "draining" })
        : sendJson(response, 200, { status: "ready" });
    }
    app ??= loadApp(options);
    app.then(
      (listen) => listen(request, response),
      (error) => fail(options, request, response, error),
    );
  };
}

async function loadApp(options: AppOptions): Promise<RequestListener> {
  const [{ getRequestListener }, { createApp }] = await Promise.all([
    import("@hono/node-server"),
    import("./app.ts"),
  ]);
  return getRequestListener(createApp(options).fetch);
}

function fail(
  { report }: AppOptions,
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
