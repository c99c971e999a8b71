import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startTestServer } from "../server/harness.ts";
import { openTab, useBrowser } from "./browser.ts";

useBrowser();

test("a server that restarts under the page is missed, and found again", async () => {
  const first = await startTestServer();
  const { port } = first.address;
  const page = await openTab();
  await page.goto(`${first.httpUrl}/web#/server`);
  await page.getByRole("img", { name: /^Sessions over time/ }).waitFor();
  await first.drain();
  await page.getByText("The server does not answer. The page goes on").waitFor();
  await startTestServer({ port });
  await page.getByText("The server does not answer. The page goes on").waitFor({ state: "hidden" });
  await page.goto(`${first.httpUrl}/web#/problem/Sorting@2/1/3`);
  await page.getByRole("region", { name: "Prompt" }).waitFor();
});

test("a key is asked for once, a wrong one said to be wrong, and the right one kept in the tab", async () => {
  const { httpUrl } = await startTestServer({ apiKey: "right" });
  const page = await openTab();
  await page.goto(`${httpUrl}/web#/problem/Sorting@2/1/3`);
  await page.getByText("This server asks for a key.").waitFor();
  await page.getByLabel("The server's key").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("The server does not take this key.").waitFor();
  await page.getByLabel("The server's key").fill("right");
  await page.getByRole("button", { name: "Use this key" }).click();
  await page.getByRole("region", { name: "Prompt" }).waitFor();
  await page.reload();
  await page.getByRole("region", { name: "Prompt" }).waitFor();
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

test("it works in a Space's frame, and in nobody else's", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  const body = `<iframe title="Space" src="${httpUrl}/web" width="800" height="600"></iframe>`;
  await page.route("https://huggingface.co/**", (route) =>
    route.fulfill({ contentType: "text/html", body }),
  );
  await page.goto("https://huggingface.co/spaces/some/one");
  await page.frameLocator("iframe").getByText("400 of 400").waitFor();
  const policy = (await fetch(`${httpUrl}/web`)).headers.get("content-security-policy");
  expect(policy).toContain("frame-ancestors 'self' https://huggingface.co");
  expect(policy).toContain("connect-src 'self'");
});

test("it asks nobody but its server, behind nginx under a path prefix", async () => {
  const { httpUrl } = await startTestServer();
  const base = await startNginx(httpUrl);
  const page = await openTab();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  for (const address of ["/web", "/web/", "/web#/problem/Sorting@2/1/3"]) {
    await page.goto(`${base}/some/prefix${address}`);
    await page.reload();
    await page
      .locator(address.includes("#") ? ".prompt" : ".cards li")
      .first()
      .waitFor();
  }
  await page.getByLabel("Your answer").fill("1");
  await page.getByRole("button", { name: "Check" }).click();
  await page.locator(".verdict").waitFor();
  expect([...asked]).toEqual([base]);
});

test("on a slow network it says that it loads, and shows what was asked for last", async () => {
  const { httpUrl } = await startTestServer();
  const page = await openTab();
  let asked = 0;
  await page.route("**/generate", async (route) => {
    // The first answer comes last.
    await delay(asked++ === 0 ? 1500 : 300);
    await route.continue();
  });
  await page.goto(`${httpUrl}/web#/environment/Sorting`);
  await page.getByText("Loading…").first().waitFor();
  await page.getByLabel("Seed", { exact: true }).fill("7");
  await page.getByLabel("Seed", { exact: true }).press("Tab");
  await page.getByText(/^Sorting@\d+\/0\/7$/).waitFor();
  await delay(1500);
  expect(await page.getByText(/^Sorting@\d+\/0\/7$/).count()).toBe(1);
});

/** An nginx before the server, which knows nothing of its prefix; returns its origin. */
async function startNginx(target: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rlve-gym-nginx-"));
  const port = await findFreePort();
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr; events {}
http {
  access_log off;
  client_body_temp_path ${folder}; proxy_temp_path ${folder};
  fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server {
    listen 127.0.0.1:${port};
    location /some/prefix/ { proxy_pass ${target}/; proxy_set_header Host $http_host; }
  }
}`,
  );
  const nginx = spawn("nginx", ["-c", file, "-e", "stderr"], { stdio: "ignore" });
  onTestFinished(async () => {
    nginx.kill("SIGTERM");
    if (nginx.exitCode === null) await once(nginx, "exit");
    rmSync(folder, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await fetch(`${origin}/some/prefix/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return origin;
    await delay(50);
  }
  throw new Error("nginx did not start");
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
