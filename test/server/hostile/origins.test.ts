import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { beside, serveVictim } from "./harness.ts";

const victim = serveVictim();
const open = serveVictim({
  RLVEGYM_ALLOWED_ORIGINS: "https://good.example,http://other.example:81",
});

const EVIL = "http://evil.example";

/** What a handshake with these headers gets: `open`, or the refusal. */
async function shake(url: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(url, { headers });
  socket.on("error", () => {});
  return new Promise((resolve) => {
    socket.once("open", () => {
      socket.terminate();
      resolve("open");
    });
    socket.once("unexpected-response", async (_request, response) => {
      let text = `${response.statusCode} `;
      for await (const part of response) text += part;
      resolve(text);
    });
  });
}

async function post(httpUrl: string, headers: Record<string, string>, path = "/mcp") {
  const { hostname, port } = new URL(httpUrl);
  const sent = request({ hostname, port, path, method: "POST", headers });
  sent.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "openenv/session/create" }));
  const [response] = await once(sent, "response");
  let text = "";
  for await (const part of response) text += part;
  return { status: response.statusCode as number, text, headers: response.headers };
}

const json = { "content-type": "application/json" };

test("pages of other sites open no socket and make no session, and are told the setting", async () => {
  await beside(victim(), async () => {
    const { url, httpUrl } = victim();
    const { host } = new URL(httpUrl);
    for (const headers of [
      { origin: EVIL },
      { origin: "null" },
      { origin: `http://${host.replace(/\d$/, "")}` },
      // The page's name was made to point here after it was loaded.
      { origin: EVIL, host: "evil.example" },
      { origin: `${EVIL}:8000`, host: "evil.example:8000" },
    ]) {
      for (const path of [url, url.replace("/ws", "/mcp")]) {
        expect(await shake(path, headers)).toMatch(/^403 .*RLVEGYM_ALLOWED_ORIGINS/);
      }
      const { status, text } = await post(httpUrl, { ...json, ...headers });
      expect([status, text]).toEqual([403, expect.stringContaining("RLVEGYM_ALLOWED_ORIGINS")]);
    }
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const { status, text } = await post(httpUrl, { "content-type": type });
      expect([status, text]).toEqual([415, expect.stringContaining("application/json")]);
    }
    expect((await post(httpUrl, {})).status).toBe(415);
  });
});

test("programs, and pages of this host and of those that are allowed, are let in", async () => {
  await beside(open(), async () => {
    const { url, httpUrl } = open();
    const { host } = new URL(httpUrl);
    for (const headers of [
      {},
      { origin: `http://${host}` },
      { origin: "http://localhost:9000", host: "localhost:9000" },
      { origin: "http://rlve:9000", host: "rlve:9000" },
      { origin: "https://good.example" },
      { origin: "http://other.example:81" },
      { host: "any.name.example" },
    ] as Record<string, string>[]) {
      expect(await shake(url, headers), JSON.stringify(headers)).toBe("open");
      const { status } = await post(httpUrl, { ...json, ...headers });
      expect(status, JSON.stringify(headers)).toBe(200);
    }
    const { headers } = await post(httpUrl, { ...json, origin: "https://good.example" });
    expect(headers["access-control-allow-origin"]).toBe("https://good.example");
    const preflight = await fetch(`${httpUrl}/verify`, {
      method: "OPTIONS",
      headers: {
        origin: "https://good.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  });
});
