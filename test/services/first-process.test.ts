import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { builtProgram } from "../built.ts";

/*
 * The server as the first process of a container, without an init: signals that it does not handle
 * do nothing there.
 */

/** Sends the first process SIGTERM as soon as it has said that it handles it. */
const TERMINATE_EARLY = `data:text/javascript,
  if (process.pid === 1) process.on("newListener", (name) => {
    if (name === "SIGTERM") queueMicrotask(() => process.kill(1, "SIGTERM"));
  });`.replaceAll(/\s+/g, "%20");

function serveAsFirst(flags: readonly string[] = []): ChildProcess {
  const program = builtProgram("src/cli/main.ts");
  return spawn(
    "unshare",
    [
      "--map-root-user",
      "--pid",
      "--fork",
      "--kill-child",
      process.execPath,
      ...flags,
      program,
      "serve",
    ],
    {
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
}

/** The server's process as it is seen from here. */
async function findFirst({ pid }: ChildProcess): Promise<number> {
  for (;;) {
    const child = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    if (child !== "") return Number(child);
    await delay(1);
  }
}

test("SIGTERM ends it while it is still being loaded", async () => {
  const outside = serveAsFirst(["--import", TERMINATE_EARLY]);
  let isListening = false;
  outside.stdout?.once("data", () => {
    isListening = true;
  });
  const [code] = await once(outside, "exit");
  expect(code).toBe(143);
  expect(isListening).toBe(false);
});

test("SIGTERM drains it; connections that sent nothing do not hold it up", async () => {
  const outside = serveAsFirst();
  const pid = await findFirst(outside);
  if (outside.stdout === null) throw new Error("no standard output");
  const [line] = (await once(createInterface(outside.stdout), "line")) as [string];
  const port = Number(/\d+$/.exec(line)?.[0]);
  const silent = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const half = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  for (const peer of [silent, half]) peer.on("error", () => {}).resume();
  await Promise.all([silent, half].map((peer) => once(peer, "connect")));
  half.write("POST /verify HTTP/1.1\r\nHost: x\r\nContent-Le");
  const answer = await fetch(`http://127.0.0.1:${port}/health`);
  expect(answer.status).toBe(200);
  const start = performance.now();
  process.kill(pid, "SIGTERM");
  const [code] = await once(outside, "exit");
  expect(code).toBe(0);
  // The time for draining, which sessions at work would have, is not waited for.
  expect(performance.now() - start).toBeLessThan(6_000);
  for (const peer of [silent, half]) peer.destroy();
});
