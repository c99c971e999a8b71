/**
 * Checks what the README says of a clone: it is installed from by npm and pip, into an empty project
 * and a fresh environment, and `npm start` takes its server along in whatever way it ends. Needs the
 * built dist/; part of `npm run check:package`.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { environments } from "../../src/environments/registry.ts";

/** How long what `npm start` started may outlive it. */
const PATIENCE_MS = 10_000;

const clone = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rlve-gym-clone-"));

const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const checks: Readonly<Record<string, () => Promise<void> | void>> = {
  "npm installs it": installByNpm,
  "pip installs it": installByPip,
  "npm start ends by SIGTERM": () => endStart("SIGTERM"),
  "npm start ends by SIGKILL": () => endStart("SIGKILL"),
};
try {
  for (const [name, check] of Object.entries(checks)) {
    const begin = performance.now();
    await check();
    console.log(`clone: ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** As it stands, without building it again. */
function installByNpm(): void {
  writeFileSync(join(folder, "package.json"), "{}");
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", "--install-links", ...quiet, clone]);
  const listed = run("npx", ["--no-install", "rlve-gym", "list", "--json"]);
  expectCount(listed.trim().split("\n").length);
}

/** It takes the built server along, which runs by the Node.js on PATH. */
function installByPip(): void {
  run(process.env.PYTHON ?? "python3", ["-m", "venv", "venv"]);
  const python = join(folder, "venv/bin/python");
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `${clone}python`]);
  const script = [
    "import RLVE_Gym, json, urllib.request",
    "with RLVE_Gym.LocalServer() as server:",
    "    listed = json.load(urllib.request.urlopen(server.base_url + '/environments'))",
    "    print(len(listed))",
  ];
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  expectCount(Number(run(python, ["-c", script.join("\n")], elsewhere)));
}

async function endStart(signal: NodeJS.Signals): Promise<void> {
  const npm = spawn("npm", ["start"], {
    cwd: clone,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let url: string | undefined;
  for await (const line of createInterface(npm.stdout)) {
    url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) break;
  }
  npm.kill(signal);
  await once(npm, "exit");
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const isThere = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    if (performance.now() > end) throw new Error(`npm start leaves a server at ${url}`);
    await delay(100);
  }
}

function expectCount(count: number): void {
  if (count !== environments.size) throw new Error(`${count} environments are listed`);
}
