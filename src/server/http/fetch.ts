import type { ServerContext } from "../context.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { refuse } from "./bodies.ts";

/** Answers a request over HTTP, whatever the transport. Never rejects. */
export type Fetch = (request: Request) => Promise<Response>;

/** The app is loaded by the first request, so that it costs nothing at start-up. */
export function createFetch(server: ServerContext, mcp: Mcp): Fetch {
  let app: Promise<{ fetch(request: Request): Response | Promise<Response> }> | undefined;
  return async (request) => {
    try {
      app ??= import("./app.ts").then(({ createApp }) => createApp(server, mcp));
      return await (await app).fetch(request);
    } catch (error) {
      server.report(error);
      return refuse(500, "Internal Server Error");
    }
  };
}
