import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { describeLongBody } from "../../requests/limits.ts";
import { quote } from "../../wording.ts";
import { UNAUTHORIZED } from "../authorization.ts";
import type { ServerContext } from "../context.ts";
import type { Mcp } from "../mcp/mcp.ts";
import { aboutRoutes } from "./about.ts";
import { refuse } from "./bodies.ts";
import { createCurriculumRoutes } from "./curricula.ts";
import { createDocument } from "./document.ts";
import { createEnvironmentRoutes } from "./environments.ts";
import { createMcpRoutes } from "./mcp.ts";
import { createMetricsRoute } from "./metrics.ts";
import { noteRequests } from "./note-requests.ts";
import { addPages } from "./pages.ts";
import { createProbes } from "./probes.ts";
import { createProblemRoutes } from "./problems.ts";
import { createRolloutRoutes } from "./rollouts.ts";
import { type Route, toHonoPath } from "./route.ts";
import { createTaskRoutes } from "./tasks.ts";
import { addWebPage } from "./web-page.ts";

/** The methods that routes are for. */
const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;

/** The HTTP API: one table of routes, by which it answers and of which its document is made. */
export function createApp(server: ServerContext, mcp: Mcp): Hono {
  const { authorize, refuseOrigin, report, noteRefusal } = server;
  const { limits } = server.context;
  const routes = [
    ...aboutRoutes,
    ...createProblemRoutes(server),
    ...createRolloutRoutes(server),
    ...createCurriculumRoutes(server),
    ...createEnvironmentRoutes(server),
    ...createTaskRoutes(server),
    ...createMcpRoutes(mcp),
    ...createProbes(server),
    createMetricsRoute(server),
  ];
  // `/health/` is `/health`.
  const app = new Hono({ strict: false });
  app.use(noteRequests(server));
  addRoutes(
    app,
    routes.filter(({ isOpen }) => isOpen),
  );
  addWebPage(app);
  app.use(async (c, next) => {
    const foreign = refuseOrigin(c.req.header("origin"), c.req.header("host"));
    return foreign === null ? next() : refuse(403, foreign);
  });
  // Pages get to see what is answered them, and may ask beforehand what they may send.
  app.use(cors({ origin: (origin) => origin, maxAge: PREFLIGHT_AGE_S }));
  app.use(async (c, next) => {
    if (authorize(c.req.header("authorization"))) return next();
    noteRefusal("key");
    return refuse(401, UNAUTHORIZED.data.message, { "www-authenticate": "Bearer" });
  });
  app.use(async (c, next) => {
    const type = findForeignType(c.req.raw.headers);
    if (type === null) return next();
    return refuse(415, `Bodies are application/json here, not ${quote(type)}.`);
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
  addPages(app, () => createDocument(routes, limits, !authorize(undefined)));
  app.notFound((c) => {
    const methods = METHODS.filter((method) =>
      app.router.match(method, c.req.path)[0].some(([[, { method: own }]]) => own === method),
    );
    return methods.length === 0
      ? refuse(404, "Not Found")
      : refuse(405, "Method Not Allowed", { allow: methods.join(", ") });
  });
  app.onError((error, c) => {
    // Who has gone in the midst of a body hears nothing, and nobody here is to blame.
    if (!c.req.raw.signal.aborted) report(error);
    return refuse(500, "Internal Server Error");
  });
  return app;
}

/** Pages may ask beforehand what they may send, and rely on the answer for so long. */
const PREFLIGHT_AGE_S = 600;

/** A media type of JSON, with or without parameters. */
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

/**
 * The type of a body that is not said to be JSON; null where it is or there is none. A page may send
 * other types anywhere without asking beforehand.
 */
function findForeignType(headers: Headers): string | null {
  const hasBody = headers.has("transfer-encoding") || Number(headers.get("content-length")) > 0;
  const type = headers.get("content-type") ?? "";
  return !hasBody || JSON_TYPE.test(type) ? null : type;
}

function addRoutes(app: Hono, routes: readonly Route[]): void {
  for (const { name, method, path, handle } of routes) {
    app.on(method.toUpperCase(), toHonoPath(path), (c) => {
      c.set("route", name);
      return handle(c);
    });
  }
}
