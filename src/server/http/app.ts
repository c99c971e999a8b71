import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { describeLongBody } from "../../requests/limits.ts";
import { UNAUTHORIZED } from "../authorization.ts";
import type { ServerContext } from "../context.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { aboutRoutes } from "./about.ts";
import { refuse } from "./bodies.ts";
import { createDocument } from "./document.ts";
import { createEnvironmentRoutes } from "./environments.ts";
import { createMcpRoutes } from "./mcp.ts";
import { addPages } from "./pages.ts";
import { createProbes } from "./probes.ts";
import { createProblemRoutes } from "./problems.ts";
import { type Route, toHonoPath } from "./route.ts";
import { createTaskRoutes } from "./tasks.ts";

/** The methods that routes are for. */
const METHODS = ["GET", "POST", "DELETE"] as const;

/** The HTTP API: one table of routes, by which it answers and of which its document is made. */
export function createApp(server: ServerContext, mcp: Mcp): Hono {
  const { authorize, report } = server;
  const { limits } = server.context;
  const routes = [
    ...aboutRoutes,
    ...createProblemRoutes(server),
    ...createEnvironmentRoutes(server),
    ...createTaskRoutes(server),
    ...createMcpRoutes(mcp),
    ...createProbes(server),
  ];
  const app = new Hono();
  addRoutes(
    app,
    routes.filter(({ isOpen }) => isOpen),
  );
  app.use(async (c, next) => {
    if (authorize(c.req.header("authorization"))) return next();
    return refuse(401, UNAUTHORIZED.data.message, { "www-authenticate": "Bearer" });
  });
  app.use(
    bodyLimit({
      maxSize: limits.maxMessageBytes,
      onError: () => refuse(413, describeLongBody(limits)),
    }),
  );
  addRoutes(
    app,
    routes.filter(({ isOpen }) => !isOpen),
  );
  addPages(app, createDocument(routes, !authorize(undefined)));
  app.notFound((c) => {
    const methods = METHODS.filter((method) =>
      app.router.match(method, c.req.path)[0].some(([[, { method: own }]]) => own === method),
    );
    return methods.length === 0
      ? refuse(404, "Not Found")
      : refuse(405, "Method Not Allowed", { allow: methods.join(", ") });
  });
  app.onError((error) => {
    report(error);
    return refuse(500, "Internal Server Error");
  });
  return app;
}

function addRoutes(app: Hono, routes: readonly Route[]): void {
  for (const { method, path, handle } of routes) {
    app.on(method.toUpperCase(), toHonoPath(path), handle);
  }
}
