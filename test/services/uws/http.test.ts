import { once } from "node:events";
import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Fetch } from "../../../src/server/http/fetch.ts";
import { listen } from "../../../src/server/transports/uws.ts";

/** A server that answers by a function, and takes bodies of 1 MiB; its address. */
async function serve(fetch: Fetch): Promise<string> {
  const transport = await listen({
    host: "127.0.0.1",
    port: 0,
    fetch,
    endpoints: new Map(),
    sessions: { isDraining: false },
    authorize: () => true,
    refuseOrigin: () => null,
    limits: { maxMessageBytes: 1 << 20, maxBatch: 1 },
    onLostPeer() {},
  });
  onTestFinished(() => transport.close(0));
  return `http://127.0.0.1:${transport.address.port}`;
}

test("a body of unknown length is sent as it comes", async () => {
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const url = await serve(async () => {
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode("first"));
        await gate;
        controller.enqueue(new TextEncoder().encode(" second"));
        controller.close();
      },
    });
    return new Response(body, { status: 201, headers: { "x-own": "a" } });
  });
  const response = await fetch(url);
  expect([response.status, response.headers.get("x-own")]).toEqual([201, "a"]);
  const reader = response.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
  goOn();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(" second");
  expect((await reader?.read())?.done).toBe(true);
});

test("a long body reaches a client that is slow to read it, whole and with its length", async () => {
  const bytes = Buffer.alloc(24 << 20, "0123456789abcdef");
  const url = await serve(async () => new Response(bytes));
  const asked = request(url).end();
  const [response] = await once(asked, "response");
  expect(response.headers["content-length"]).toBe(String(bytes.length));
  await delay(500);
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
});

test("bodies come whole, in chunks or of a known length, and no further than they may", async () => {
  const url = await serve(async (asked) => new Response(String((await asked.text()).length)));
  const post = (length: number, isChunked: boolean) => {
    const text = "x".repeat(length);
    const body = isChunked ? new Blob([text]).stream() : text;
    return fetch(url, { method: "POST", body, duplex: "half" } as RequestInit);
  };
  for (const isChunked of [false, true]) {
    expect(await (await post(600_000, isChunked)).text()).toBe("600000");
    expect(await (await post(0, isChunked)).text()).toBe("0");
  }
  // Whoever limits bodies sees that of such a one too much has come.
  expect(Number(await (await post(1_500_000, true)).text())).toBeGreaterThan(1 << 20);
  // Of such a one the length says it.
  expect(await (await post(1_500_000, false)).text()).toBe("0");
});

test("a client that goes away aborts its request, and answers without a body have none", async () => {
  const aborted: string[] = [];
  const url = await serve((asked) => {
    const { pathname } = new URL(asked.url);
    if (pathname === "/none") return Promise.resolve(new Response(null, { status: 204 }));
    return new Promise((resolve) => {
      asked.signal.addEventListener("abort", () => {
        aborted.push(pathname);
        resolve(new Response("too late"));
      });
    });
  });
  await expect(fetch(`${url}/slow`, { signal: AbortSignal.timeout(200) })).rejects.toThrow();
  for (let tries = 0; tries < 300 && aborted.length === 0; tries++) await delay(10);
  expect(aborted).toEqual(["/slow"]);
  const none = await fetch(`${url}/none`);
  expect([none.status, await none.text()]).toEqual([204, ""]);
});
