import { beforeAll, expect, test } from "vitest";
import { createTestApp } from "./test-app.ts";

// The build's part of the pages, where there was none yet.
beforeAll(() => import(new URL("../../../scripts/copy-swagger-ui.js", import.meta.url).href));

const asBrowser = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

/** Where the links of a page lead to. */
function linksOf(page: string, address: string): URL[] {
  return [...page.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(
    ([, link]) => new URL(link, address),
  );
}

test.each(["/", "/docs", "/docs/"])(
  "%s needs nothing but this server, at any prefix",
  async (path) => {
    const app = createTestApp();
    const response = await app.request(path, asBrowser);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const links = linksOf(await response.text(), `https://proxy.example/some/prefix${path}`);
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const { href } of links) {
      expect(href).toMatch(/^https:\/\/proxy\.example\/some\/prefix\//);
      const linked = await app.request(href.slice("https://proxy.example/some/prefix".length));
      expect(linked.status, href).toBe(200);
      expect(await linked.text(), href).not.toBe("");
    }
  },
);

test("the API page's script finds the document beside it", async () => {
  const app = createTestApp();
  const start = await (await app.request("/docs/start.js")).text();
  let options: Record<string, unknown> = {};
  const run = new Function("SwaggerUIBundle", "document", start);
  run(
    (given: typeof options) => {
      options = given;
    },
    { currentScript: { src: "https://proxy.example/some/prefix/docs/start.js" } },
  );
  expect(options.url).toBe("https://proxy.example/some/prefix/openapi.json");
  // Else it would send the document's address to a validator on the network.
  expect(options.validatorUrl).toBeNull();
});

test("the front page is JSON, unless HTML is asked for", async () => {
  const app = createTestApp();
  for (const accept of [undefined, "*/*", "application/json"]) {
    const response = await app.request("/", { headers: accept === undefined ? {} : { accept } });
    expect(response.headers.get("vary")).toBe("accept, Origin");
    const { name, links } = (await response.json()) as {
      name: string;
      links: Record<string, string>;
    };
    expect(name).toBe("rlve-gym-server");
    for (const [key, link] of Object.entries(links)) {
      expect((await app.request(link)).status, key).toBe(key === "mcp" ? 405 : 200);
    }
  }
});

test("only the page's own files are served", async () => {
  const app = createTestApp();
  for (const file of ["..%2Fpackage.json", "swagger-ui.js", "constructor", "%2e%2e/package.json"]) {
    expect((await app.request(`/docs/${file}`)).status, file).toBe(404);
  }
});
