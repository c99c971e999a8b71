import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { findFreePort } from "../../client/fakes.ts";

type Replacement = readonly [from: string, to: string];

interface Proxy {
  /** In deploy/proxies. */
  readonly file: string;
  /** What is other in a test than on a machine of its own. */
  replacements(folder: string, port: number, servers: readonly number[]): readonly Replacement[];
  command(file: string): readonly [string, ...string[]];
  /** Arguments that make it only look at its configuration. */
  readonly check: readonly string[];
}

const envoy = fileURLToPath(new URL("envoy", import.meta.url));

export const proxies = {
  nginx: {
    file: "nginx.conf",
    replacements: (folder, port, [one, two]) => [
      ["listen 8000;", `listen 127.0.0.1:${port};`],
      ["server one:8000", `server 127.0.0.1:${one}`],
      ["server two:8000", `server 127.0.0.1:${two}`],
      // As many files as a test may open.
      ["worker_rlimit_nofile 131072;", ""],
      ["events {", `daemon off; pid ${folder}/pid; error_log stderr; events {`],
      [
        "http {",
        `http { access_log off; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
          .map((name) => `${name}_temp_path ${folder};`)
          .join(" ")}`,
      ],
    ],
    command: (file) => ["nginx", "-e", "stderr", "-c", file],
    check: ["-t"],
  },
  haproxy: {
    file: "haproxy.cfg",
    replacements: (_, port, [one, two]) => [
      ["bind :8000", `bind 127.0.0.1:${port}`],
      ["one one:8000", `one 127.0.0.1:${one}`],
      ["two two:8000", `two 127.0.0.1:${two}`],
      ["maxconn 32768", "maxconn 4000"],
    ],
    command: (file) => ["haproxy", "-f", file],
    check: ["-c"],
  },
  envoy: {
    file: "envoy.yaml",
    replacements: (_, port, [one, two]) => [
      ["address: 0.0.0.0, port_value: 8000", `address: 127.0.0.1, port_value: ${port}`],
      ["address: one, port_value: 8000", `address: 127.0.0.1, port_value: ${one}`],
      ["address: two, port_value: 8000", `address: 127.0.0.1, port_value: ${two}`],
    ],
    command: (file) => [envoy, "--log-level", "error", "--use-dynamic-base-id", "-c", file],
    check: ["--mode", "validate"],
  },
} satisfies Record<string, Proxy>;

export type ProxyName = keyof typeof proxies;

/** The text of a configuration. */
export function readConfiguration(name: ProxyName): string {
  return readFileSync(
    new URL(`../../../deploy/proxies/${proxies[name].file}`, import.meta.url),
    "utf8",
  );
}

/** Starts a proxy before servers, which ends with the test; returns its origin. */
export async function startProxy(name: ProxyName, servers: readonly number[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `rlve-gym-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await findFreePort();
  let text = readConfiguration(name);
  const { file, replacements, command, check } = proxies[name];
  for (const [from, to] of replacements(folder, port, servers)) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(join(folder, file), text);
  const [program, ...flags] = command(join(folder, file));
  const checked = spawnSync(program, [...flags, ...check], { encoding: "utf8" });
  expect(checked.status, checked.stdout + checked.stderr).toBe(0);

  const proxy = spawn(program, flags, { stdio: ["ignore", "ignore", "inherit"] });
  onTestFinished(async () => {
    proxy.kill("SIGTERM");
    if (proxy.exitCode === null) await once(proxy, "exit");
  });
  const origin = `http://127.0.0.1:${port}`;
  // Until it listens, and knows of servers.
  for (;;) {
    expect(proxy.exitCode).toBeNull();
    const { ok } = await fetch(`${origin}/ready`).catch(() => ({ ok: false }));
    if (ok) return origin;
    await delay(50);
  }
}
