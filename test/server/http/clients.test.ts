import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { isUws, startTestServer } from "../harness.ts";

/** What comes back for bytes, until the connection ends or nothing more is awaited. */
async function exchange(port: number, text: string, until = ""): Promise<string> {
  const peer = connect(port, "127.0.0.1");
  peer.on("error", () => {});
  peer.write(text);
  let answer = "";
  for await (const part of peer) {
    answer += part;
    if (until !== "" && answer.includes(until)) break;
  }
  peer.destroy();
  return answer;
}

const HTTP2_OFFER =
  "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n";

test("an offer of HTTP/2 is no hindrance, with a body or without", async () => {
  const { address } = await startTestServer();
  const get = `GET /health HTTP/1.1\r\nHost: x\r\n${HTTP2_OFFER}\r\n`;
  const body = '{"problems": []}';
  const post = `POST /verify HTTP/1.1\r\nHost: x\r\n${HTTP2_OFFER}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  expect(await exchange(address.port, get, "}")).toMatch(/^HTTP\/1.1 200 OK.*healthy/s);
  expect(await exchange(address.port, post, "}")).toMatch(/^HTTP\/1.1 200 OK.*"results":\[\]/s);
  // Behind it the connection is as any other.
  const peer = connect(address.port, "127.0.0.1");
  for (let count = 0; count < 3; count++) {
    peer.write(get);
    expect((await once(peer, "data")).toString()).toMatch(/^HTTP\/1.1 200 OK.*healthy/s);
  }
  peer.destroy();
});

test("paths as people and probes write them", async () => {
  const { httpUrl } = await startTestServer();
  for (const path of [
    "/health",
    "/health?x=1",
    "/health/",
    "/ready",
    "/ready?verbose",
    "/ready/",
  ]) {
    for (const method of ["GET", "HEAD"]) {
      expect((await fetch(httpUrl + path, { method })).status, `${method} ${path}`).toBe(200);
    }
  }
  for (const path of ["/docs", "/docs/", "/docs?x"]) {
    expect((await fetch(httpUrl + path)).status, path).toBe(200);
  }
  for (const path of ["/ws", "/ws/", "/ws?session_id=x"]) {
    const response = await fetch(httpUrl + path);
    expect([response.status, response.headers.get("upgrade")], path).toEqual([426, "websocket"]);
  }
});

test("an answer given before the body was read closes the connection and says so", async () => {
  const { address } = await startTestServer({ apiKey: "secret" });
  const head = (path: string, more = "") =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50000000\r\n${more}\r\n`;
  for (const [text, status] of [
    [head("/verify"), 401],
    [head("/verify", "Authorization: bearer secret\r\n"), 413],
    [head("/none", "Authorization: Bearer secret\r\n"), 413],
  ] as const) {
    const answer = await exchange(address.port, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain("connection: close");
  }
});

test("a connection that is idle between requests is kept, for longer than balancers keep theirs if it can be", async () => {
  const { httpUrl } = await startTestServer();
  const expected = isUws ? "timeout=8" : "timeout=75";
  expect((await fetch(`${httpUrl}/health`)).headers.get("keep-alive")).toBe(expected);
});

test("a body that is cut short is no internal error", async () => {
  const errors: unknown[] = [];
  const { address } = await startTestServer({}, undefined, (error) => errors.push(error));
  for (const path of ["/verify", "/mcp"]) {
    for (const length of ["Content-Length: 1000", "Transfer-Encoding: chunked"]) {
      const peer = connect(address.port, "127.0.0.1");
      peer.on("error", () => {});
      const body = length.startsWith("T") ? '5\r\n{"pro' : '{"pro';
      peer.write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n${body}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      peer.destroy();
      await once(peer, "close");
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(errors).toEqual([]);
});
