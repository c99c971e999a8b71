import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { builtProgram } from "../built.ts";

const script = fileURLToPath(new URL("lost-peers.sh", import.meta.url));

/** Where the kernel alone decides, it is a quarter of an hour. */
const FOUND_WITHIN_MS = 75_000;

test("a peer that vanishes while a reply is on its way is found", async () => {
  const child = spawn(
    "unshare",
    ["--map-root-user", "--net", "--pid", "--fork", "--mount-proc", "--kill-child", "bash", script],
    {
      env: { ...process.env, NODE: process.execPath, PROGRAM: builtProgram("src/cli/main.ts") },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line === "silence") timer = setTimeout(() => child.kill("SIGKILL"), FOUND_WITHIN_MS);
  }
  clearTimeout(timer);
  child.kill("SIGKILL");
  expect(lines).toEqual(["HTTP/1.1 101 Switching Protocols", "silence", "found"]);
});
