/**
 * Bundles two modules of dist/, after the compiler: the registry with all environments, since
 * loading hundreds of modules takes most of the time in which the server and each of its workers
 * start; and MessagePack with its library, whose optional native part comes with an install script.
 */
import { build } from "esbuild";

const options = {
  outdir: "dist",
  outbase: "src",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
};

await Promise.all([
  build({ ...options, entryPoints: ["src/environments/registry.ts"], packages: "external" }),
  build({ ...options, entryPoints: ["src/packr.ts"], define: { require: "undefined" } }),
]);
