import { readFile } from "node:fs/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { packageInfo, readReadme } from "../../package-info.ts";
import { FlatObservation, StateData, StepData } from "../../protocol/messages.ts";
import { respond } from "./bodies.ts";
import { describeRoute } from "./describe-route.ts";

/** OpenEnv's name for this environment; its tools know the server by it. */
export const OPENENV_NAME = "rlve_gym";

const Description = z.object({
  name: z.string(),
  description: z.string(),
  version: z.string(),
  author: z.string(),
  documentation_url: z.string(),
  readme_content: z.string().nullable(),
});

const Schemas = z.object({
  action: z.record(z.string(), z.unknown()),
  observation: z.record(z.string(), z.unknown()),
  reset_observation: z.record(z.string(), z.unknown()),
  state: z.record(z.string(), z.unknown()),
});

const Status = z.object({ status: z.string() });

/** What this server is: metadata, schemas, OpenAPI and its pages, which need no network. */
export function addDescriptionRoutes(app: OpenAPIHono): void {
  describeRoute(app, "get", "/health", { summary: "Whether it runs.", reply: Status });
  describeRoute(app, "get", "/ready", {
    summary: "Whether it takes new sessions: 503 while it shuts down.",
    reply: Status,
  });

  describeRoute(app, "get", "/metadata", { summary: "What this is.", reply: Description });
  app.get("/metadata", () =>
    respond({
      name: OPENENV_NAME,
      description: packageInfo.description,
      version: packageInfo.version,
      author: "The RLVE-Gym server authors",
      documentation_url: "/docs",
      readme_content: readReadme(),
    } satisfies z.infer<typeof Description>),
  );

  describeRoute(app, "get", "/schema", {
    summary: "JSON Schemas of actions, observations and states, as OpenEnv names them.",
    reply: Schemas,
  });
  app.get("/schema", () => {
    const observation = z.toJSONSchema(FlatObservation);
    return respond({
      action: z.toJSONSchema(StepData),
      observation,
      reset_observation: observation,
      state: z.toJSONSchema(StateData),
    });
  });

  app.get("/openapi.json", (request) =>
    request.json(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: {
          title: packageInfo.name,
          version: packageInfo.version,
          description: packageInfo.description,
        },
      }),
    ),
  );
  addPages(app);
}

/** Where the build puts it, as seen from here in src/ and in dist/ alike. */
const SWAGGER_UI = new URL("../../../dist/swagger-ui/", import.meta.url);

function addPages(app: OpenAPIHono): void {
  const types: Record<string, string> = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
  };
  app.get("/docs", (request) => request.html(DOCS_PAGE));
  app.get("/docs/:asset", async (request) => {
    const asset = request.req.param("asset");
    if (!Object.hasOwn(types, asset)) return respond({ detail: "Not Found" }, 404);
    return new Response(await readFile(new URL(asset, SWAGGER_UI)), {
      headers: { "content-type": types[asset] },
    });
  });
  app.get("/", (request) =>
    request.json({
      name: packageInfo.name,
      version: packageInfo.version,
      description: packageInfo.description,
      sessions: "/ws (WebSocket; text frames are JSON, binary frames MessagePack)",
      links: {
        docs: "/docs",
        openapi: "/openapi.json",
        environments: "/environments",
        tasks: `/${OPENENV_NAME}/splits`,
        mcp: "/mcp",
        health: "/health",
        metadata: "/metadata",
        schema: "/schema",
      },
    }),
  );
}

const DOCS_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>RLVE-Gym server API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#swagger-ui", validatorUrl: null });</script>
  </body>
</html>
`;
