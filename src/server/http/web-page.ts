import { readFile } from "node:fs/promises";
import type { Hono } from "hono";
import { html } from "hono/html";
import { packageRoot } from "../../root.ts";
import { refuse } from "./bodies.ts";

/**
 * The page at /web, whose files the build makes. It is given out without a key, since a browser
 * sends none with the address of a page: the page asks for it, and holds nothing that needs one.
 */
export function addWebPage(app: Hono): void {
  app.get("/web", (c) => {
    const isFolder = new URL(c.req.url).pathname.endsWith("/");
    c.header("content-security-policy", POLICY);
    c.header("referrer-policy", "no-referrer");
    c.header("x-content-type-options", "nosniff");
    return c.html(toPage(isFolder ? "" : "web/"));
  });
  app.get("/web/:file", (c) => sendFile(c.req.param("file")));
}

/** Whose pages may show this one in a frame: Spaces stand in one on the Hub. */
const FRAMERS = "'self' https://huggingface.co https://*.huggingface.co https://*.hf.space";

/** All comes from this server, and all that is asked is asked of it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${FRAMERS}`,
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  "page.js": "text/javascript; charset=utf-8",
  "style.css": "text/css; charset=utf-8",
};

/** Where the build puts the files. */
const FILES = new URL("dist/web/", packageRoot);

async function sendFile(name: string): Promise<Response> {
  if (!Object.hasOwn(TYPES, name)) return refuse(404, "Not Found");
  try {
    const headers = {
      "content-type": TYPES[name],
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    };
    return new Response(await readFile(new URL(name, FILES)), { headers });
  } catch {
    return refuse(404, "This page's files are made by the build: npm run build.");
  }
}

/** @param folder where the page's files are, as seen from its address */
function toPage(folder: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>RLVE-Gym</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${folder}style.css" />
  </head>
  <body>
    <div id="page"></div>
    <noscript>This page needs JavaScript.</noscript>
    <script type="module" src="${folder}page.js"></script>
  </body>
</html>
`;
}
