import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

/*
 * What the image does, without Docker: the folder that its last stage makes, on a root file system
 * that is read-only, as a user of whom the system knows nothing (where this is run by root: others
 * may not become someone else).
 */

const repository = fileURLToPath(new URL("../../", import.meta.url));
const dockerfile = readFileSync(join(repository, "Dockerfile"), "utf8");
const lastStage = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));

/** Makes the folder by the COPY lines of the last stage. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rlve-gym-image-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  for (const [, stage, words] of lastStage.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)) {
    const sources = words.split(" ");
    const target = join(folder, sources.pop() ?? "");
    for (const source of sources) {
      const path = stage === undefined ? source : relative("/app", source);
      const isFolderItself = basename(path) === basename(target);
      cpSync(join(repository, path), isFolderItself ? target : join(target, basename(path)), {
        recursive: true,
      });
    }
  }
  return folder;
}

const isRoot = process.getuid?.() === 0;
const asStranger = isRoot ? "setpriv --reuid=12345 --regid=12345 --clear-groups" : "";

/** Runs a command in the folder where nothing can be written. */
function runReadOnly(folder: string, command: string): ChildProcess {
  const script = `mount -o remount,bind,ro / && cd "$0" && exec ${asStranger} ${command}`;
  const apart = isRoot ? ["--mount"] : ["--map-root-user", "--mount"];
  return spawn("unshare", [...apart, "sh", "-c", script, folder], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

test("the image's server works on a read-only file system, as any user", async () => {
  const folder = makeFolder();
  const [touched] = await once(runReadOnly(folder, "touch written 2>&1"), "exit");
  expect(touched).not.toBe(0);

  const [, words] = /^CMD (\[.*\])$/m.exec(lastStage) ?? [];
  const server = runReadOnly(folder, JSON.parse(words).join(" "));
  const exit = once(server, "exit");
  onTestFinished(() => void server.kill("SIGKILL"));
  if (server.stdout === null) throw new Error("it has no standard output");
  const [line] = await once(createInterface(server.stdout), "line");
  const url = new URL(line.slice(line.indexOf("http")));
  const generated = await fetch(new URL("/generate", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ problems: [{ environment: "Sorting", difficulty: 1, seed: 1 }] }),
  });
  expect(await generated.json()).toMatchObject({
    problems: [{ problem_input: expect.any(String) }],
  });
  for (const path of ["/metrics", "/docs", "/openapi.json", "/metadata", "/ready"]) {
    expect((await fetch(new URL(path, url))).status, path).toBe(200);
  }
  const [, healthcheck] = /^HEALTHCHECK .* CMD \["\/app\/(.*)"\]$/m.exec(lastStage) ?? [];
  const env = { PATH: process.env.PATH, HOST: url.hostname, PORT: url.port };
  expect(spawnSync(join(folder, healthcheck), { env }).status).toBe(0);
  if (isRoot) {
    const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
    expect(status).toMatch(/^Uid:\s+12345\s/m);
  }
  server.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
});

test("its base is an exact version of Node.js that the package allows, and its user not root", () => {
  const [, version, system] =
    /^ARG NODE_IMAGE=node:(\d+\.\d+\.\d+)-(\w+)-slim$/m.exec(dockerfile) ?? [];
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(20);
  expect(system).toMatch(/^[a-z]+$/);
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(new Set(bases)).toEqual(new Set(["$" + "{NODE_IMAGE}"]));
  expect(lastStage).toMatch(/^USER [1-9]\d*$/m);
});
