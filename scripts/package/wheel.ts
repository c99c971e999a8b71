/**
 * Checks the Python package as its users get it: built as a release is, with the server in it, and
 * installed into a fresh environment on a machine without Node.js. Needs the built dist/; part of
 * `npm run check:package`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** So much may be downloaded. */
const MAX_BYTES = 4e6;

const clone = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rlve-gym-wheel-"));
const empty = join(folder, "empty");
const python = join(folder, "venv/bin/python");
const pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"];

try {
  mkdirSync(empty);
  execFileSync(process.env.PYTHON ?? "python3", ["-m", "venv", join(folder, "venv")]);
  run([...pip, "build", "hatchling"]);
  const wheel = build(`${clone}python`);
  checkFiles(wheel);
  checkClientAlone();
  run([...pip, `${wheel}[openenv,server]`]);
  run([fileURLToPath(new URL("installed.py", import.meta.url))]);
} finally {
  rmSync(folder, { recursive: true });
}
console.log("wheel: it brings its server, which runs without Node.js on the path");

/** With nothing in the path, and elsewhere. */
function run(args: readonly string[], cwd = empty): string {
  const env = { ...process.env, PATH: empty, RLVEGYM_SERVER: "" };
  return execFileSync(python, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Builds a source distribution and, from it, the wheel; returns its path. */
function build(source: string): string {
  const target = mkdtempSync(join(folder, "dist-"));
  run(["-m", "build", "--no-isolation", "--outdir", target, source]);
  const [name] = readdirSync(target).filter((file) => file.endsWith(".whl"));
  return join(target, name);
}

function namesOf(wheel: string): string[] {
  const script = "import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep='\\n')";
  return run(["-c", script, wheel]).trim().split("\n");
}

/** The server is whole and as it was built, and nothing else is there. */
function checkFiles(wheel: string): void {
  const folders = ["LICENSES", "dist/chunks", "dist/swagger-ui", "dist/web"];
  const expected = [
    ...["LICENSE", "NOTICE", "README.md", "package.json", "dist/LICENSES.txt"],
    ...["cli/main.js", "environments/registry.js"].map((name) => `dist/${name}`),
    ...["process-main.js", "thread-main.js"].map((name) => `dist/problems/workers/${name}`),
    ...folders.flatMap((path) => readdirSync(join(clone, path)).map((name) => `${path}/${name}`)),
  ].filter((path) => !path.endsWith(".map"));
  const prefix = "RLVE_Gym/_server/";
  const found = namesOf(wheel)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  const differing = [...found, ...expected].filter(
    (name) => !(found.includes(name) && expected.includes(name)),
  );
  if (differing.length > 0) throw new Error(`the wheel differs from dist/ in ${differing}`);
  const { size } = statSync(wheel);
  if (size > MAX_BYTES) throw new Error(`the wheel has ${size} bytes`);
}

/** Of the folder alone, without a server around it, the package is a pure client. */
function checkClientAlone(): void {
  const copy = join(folder, "alone/python");
  const isSource = (path: string) => !/\.venv|cache/.test(path);
  cpSync(join(clone, "python"), copy, { recursive: true, filter: isSource });
  const names = namesOf(build(copy));
  if (names.some((name) => name.includes("_server/"))) throw new Error(`a server from nowhere`);
  if (!names.includes("RLVE_Gym/client.py")) throw new Error("the client is missing");
}
