import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { SessionContext } from "../../session/session.ts";
import type { Authorize } from "../authorization.ts";
import type { Limits } from "../limits.ts";
import type { Mcp } from "../mcp/mcp.ts";
import type { Sessions } from "../sessions.ts";
import { respond } from "./bodies.ts";
import { addCatalogRoutes } from "./catalog-routes.ts";
import { addDescriptionRoutes } from "./description-routes.ts";
import { addEnvironmentRoutes } from "./environment-routes.ts";
import { addMcpRoutes } from "./mcp-routes.ts";
import { addTaskRoutes } from "./task-routes.ts";

/** What the HTTP API needs of the server. */
export interface AppOptions {
  readonly context: SessionContext;
  readonly mcp: Mcp;
  readonly sessions: Sessions;
  readonly authorize: Authorize;
  readonly limits: Limits;
  /** Told of exceptions, which are bugs. */
  readonly report: (error: unknown) => void;
}

/** The methods that routes are for. */
const METHODS = ["GET", "POST", "DELETE"] as const;

/** The HTTP API; every route registers its description for /openapi.json beside its handler. */
export function createApp(options: AppOptions): OpenAPIHono {
  const { authorize, limits, report } = options;
  const app = new OpenAPIHono();
  app.use(async (context, next) => {
    if (authorize(context.req.header("authorization"))) return next();
    const detail = "This server asks for a key: send the header 'Authorization: Bearer KEY'.";
    return respond({ detail }, 401);
  });
  app.use(
    bodyLimit({
      maxSize: limits.maxMessageBytes,
      onError: () => respond({ detail: `The body exceeds ${limits.maxMessageBytes} bytes.` }, 413),
    }),
  );
  app.notFound(({ req }) => {
    const methods = METHODS.filter((method) =>
      app.router.match(method, req.path)[0].some(([[, route]]) => route.method === method),
    );
    if (methods.length === 0) return respond({ detail: "Not Found" }, 404);
    const response = respond({ detail: "Method Not Allowed" }, 405);
    response.headers.set("allow", methods.join(", "));
    return response;
  });
  app.onError((error) => {
    report(error);
    return respond({ detail: "Internal Server Error" }, 500);
  });
  addEnvironmentRoutes(app, options);
  addTaskRoutes(app, options);
  addMcpRoutes(app, options);
  addCatalogRoutes(app, options);
  addDescriptionRoutes(app);
  return app;
}
