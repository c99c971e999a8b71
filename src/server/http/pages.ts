import { readFile } from "node:fs/promises";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { packageInfo } from "../../package-info.ts";
import { packageRoot } from "../../root.ts";
import { OPENENV_NAME } from "./about.ts";
import { refuse, respond } from "./bodies.ts";

const LINKS = {
  web: "/web",
  docs: "/docs",
  openapi: "/openapi.json",
  environments: "/environments",
  tasks: `/${OPENENV_NAME}/splits`,
  mcp: "/mcp",
  metrics: "/metrics",
  health: "/health",
  metadata: "/metadata",
  schema: "/schema",
};

const ABOUT_LINKS: Partial<Record<keyof typeof LINKS, string>> = {
  web: "The page: problems to look at and to play, outputs to inspect",
  docs: "The API, described; it can be tried out there",
  openapi: "The same as an OpenAPI document",
  environments: "The environments",
  tasks: "The splits of OpenEnv's Task API",
  schema: "JSON Schemas of actions, observations and states",
  metadata: "Metadata, with the readme",
  metrics: "Metrics, in Prometheus' format",
  health: "Health",
};

/**
 * The pages for people and the API's document; the build's files are all that they need.
 * @param createDocument makes the document when it is first asked for: probes need not wait for it
 */
export function addPages(app: Hono, createDocument: () => object): void {
  let document: object | undefined;
  app.get("/", (c) => {
    c.header("vary", "accept");
    if (c.req.header("accept")?.includes("text/html")) return showPage(c, FRONT_PAGE);
    const { name, version, description } = packageInfo;
    const sessions = "/ws (WebSocket; text frames are JSON, binary frames MessagePack)";
    return c.json({ name, version, description, sessions, links: LINKS });
  });
  app.get("/openapi.json", () => {
    document ??= createDocument();
    return respond(document);
  });
  app.get("/docs", (c) => {
    const isFolder = new URL(c.req.url).pathname.endsWith("/");
    return showPage(c, toDocsPage(isFolder ? "" : "docs/"));
  });
  app.get("/docs/start.js", (c) => c.body(START_SCRIPT, 200, { "content-type": SCRIPT }));
  app.get("/docs/:file", (c) => sendFile(c.req.param("file")));
}

/** Pages load from this server alone, and their scripts from files. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function showPage(c: Context, page: ReturnType<typeof html>) {
  c.header("content-security-policy", POLICY);
  return c.html(page);
}

const SCRIPT = "text/javascript; charset=utf-8";

const FILES: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": SCRIPT,
};

/** Where the build puts the files. */
const SWAGGER_UI = new URL("dist/swagger-ui/", packageRoot);

async function sendFile(name: string): Promise<Response> {
  if (!Object.hasOwn(FILES, name)) return refuse(404, "Not Found");
  try {
    const headers = { "content-type": FILES[name], "cache-control": "max-age=86400" };
    return new Response(await readFile(new URL(name, SWAGGER_UI)), { headers });
  } catch {
    return refuse(404, "This page's files are made by the build: npm run build.");
  }
}

/** The document's address is relative to the script's own: right behind a path prefix, too. */
const START_SCRIPT = `SwaggerUIBundle({
  url: new URL("../openapi.json", document.currentScript.src).href,
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
`;

/** @param folder where the page's files are, as seen from its address */
function toDocsPage(folder: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${packageInfo.name}: the API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${folder}swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${folder}swagger-ui-bundle.js"></script>
    <script src="${folder}start.js"></script>
  </body>
</html>
`;
}

const FRONT_PAGE = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${packageInfo.name}</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
    </style>
  </head>
  <body>
    <h1>${packageInfo.name} <small>${packageInfo.version}</small></h1>
    <p>${packageInfo.description}</p>
    <p>Sessions are at <code>/ws</code> (WebSocket; text frames are JSON, binary frames MessagePack), agents' tools at <code>/mcp</code>.</p>
    <ul>
      ${Object.entries(ABOUT_LINKS).map(
        ([key, about]) =>
          html`<li><a href="${LINKS[key as keyof typeof LINKS].slice(1)}">${about}</a></li>`,
      )}
    </ul>
  </body>
</html>
`;
