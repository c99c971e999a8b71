import type { MiddlewareHandler } from "hono";
import type { ServerContext } from "../context.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** The name of the request's route, once that is found. */
    route?: string;
  }
}

/** Takes note of each request over HTTP and what it comes to: counted, and logged at debug. */
export function noteRequests({
  counts,
  log,
}: Pick<ServerContext, "counts" | "log">): MiddlewareHandler {
  const isLogged = log.isLevelEnabled("debug");
  return async (c, next) => {
    const began = performance.now();
    await next();
    const route = c.get("route") ?? "other";
    const { status } = c.res;
    counts.addHttp(route, status);
    if (!isLogged) return;
    const milliseconds = Math.round((performance.now() - began) * 1000) / 1000;
    log.debug({ route, status, milliseconds }, `request over HTTP: ${c.req.method}`);
  };
}
