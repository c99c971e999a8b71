import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestServer } from "../server/harness.ts";

/* The client as bundlers make it for browsers: without a module of Node, on the page's WebSocket. */

const repository = new URL("../../", import.meta.url);

/** What stands in place of what in browsers, as package.json says, by the names of the sources. */
function readReplacements(): Map<string, string> {
  const { browser } = JSON.parse(readFileSync(new URL("package.json", repository), "utf8"));
  const toSource = (path: string) =>
    fileURLToPath(new URL(path.replace("/dist/", "/src/").replace(/\.js$/, ".ts"), repository));
  return new Map(
    Object.entries<string>(browser).map(([from, to]) => [toSource(from), toSource(to)]),
  );
}

async function bundle(): Promise<string> {
  const replacements = readReplacements();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("src/client/client.ts", repository))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "client",
    platform: "browser",
    plugins: [
      {
        name: "browser",
        setup({ onLoad }) {
          onLoad({ filter: /src.client.*\.ts$/ }, ({ path }) => {
            const replacement = replacements.get(path);
            return replacement === undefined
              ? undefined
              : { contents: readFileSync(replacement, "utf8"), loader: "ts" };
          });
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** As in a browser, an error without a listener ends nothing. */
class PageSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on("error", () => {});
  }
}

test("a page's session, restored after an end; no headers", async () => {
  const { httpUrl } = await startTestServer({ sessionIdleTimeoutS: 0.1 });
  const { AbortController, clearTimeout, crypto, performance, setTimeout, URL } = globalThis;
  const page = createContext({
    ...{ AbortController, clearTimeout, crypto, performance, queueMicrotask, setTimeout, URL },
    WebSocket: PageSocket,
    httpUrl,
  });
  runInContext(await bundle(), page);
  const result = await runInContext(
    `(async () => {
      const session = await client.RlveGymClient.connect(httpUrl);
      await session.reset({ environment: "Sorting", seed: 3 });
      await session.step("x");
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { num_samples } = await session.state();
      await session.close();
      const refused = await client.RlveGymClient.connect(httpUrl, { apiKey: "k" }).catch((e) => e);
      const none = await client.RlveGymClient.connect("http://127.0.0.1:9").catch((e) => e);
      return { num_samples, refused: refused.code, none: none.code };
    })()`,
    page,
  );
  expect(result).toEqual({ num_samples: 1, refused: "INVALID_REQUEST", none: "UNREACHABLE" });
});
