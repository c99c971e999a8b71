/**
 * Puts the registry and all environments into one file of dist/, after the compiler: loading
 * hundreds of modules takes most of the time in which the server and each of its workers start.
 */
import { build } from "esbuild";

const registry = "dist/environments/registry.js";

await build({
  entryPoints: [registry],
  outfile: registry,
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
