/**
 * Bundles into dist/, after the compiler:
 *
 * - the program: command line, workers and library, with all they need but Node itself, in chunks
 *   which they share. To find and read a thousand small files, most of them of libraries, took
 *   half of the time in which a server or a worker starts. It runs where no package is installed;
 * - MessagePack with its library for the client, whose modules stay files of their own: its
 *   library's optional native part comes with an install script.
 *
 * The licences of what is bundled go into dist/LICENSES.txt.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const options = {
  outdir: "dist",
  outbase: "src",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  metafile: true,
  logLevel: "warning",
};

/** What is used where an operator has installed it beside this package. */
const OPTIONAL = ["bufferutil", "msgpackr-extract", "uWebSockets.js", "utf-8-validate"];

/** Libraries that are CommonJS ask for Node's own modules at run time. */
const REQUIRE =
  'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);';

// Their names change with what they hold.
await rm("dist/chunks", { recursive: true, force: true });

const bundles = await Promise.all([
  build({
    ...options,
    entryPoints: [
      "src/cli/main.ts",
      "src/index.ts",
      "src/environments/registry.ts",
      "src/problems/workers/process-main.ts",
      "src/problems/workers/thread-main.ts",
    ],
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    external: OPTIONAL,
    banner: { js: REQUIRE },
  }),
  build({ ...options, entryPoints: ["src/packr.ts"], define: { require: "undefined" } }),
]);

const packages = new Set(
  bundles
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
    .filter((folder) => folder !== undefined),
);
const licences = await Promise.all([...packages].toSorted().map(describe));
await writeFile("dist/LICENSES.txt", licences.join(`\n${"-".repeat(80)}\n\n`));

/** @param {string} folder a package's */
async function describe(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const files = await readdir(folder);
  // Some tell their licence in their readme alone.
  const [file] = [/^licen[cs]e/i, /^readme/i].flatMap((pattern) =>
    files.filter((entry) => pattern.test(entry)),
  );
  if (file === undefined) throw new Error(`${folder}: no licence to pass on`);
  return `${name} ${version} (${license})\n\n${await readFile(`${folder}/${file}`, "utf8")}`;
}
