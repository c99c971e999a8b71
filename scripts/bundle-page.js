/** Bundles the page at /web, from web/ into dist/web/: one script and one style sheet. */
import { build } from "esbuild";

await build({
  entryPoints: { page: "web/src/main.tsx", style: "web/style/style.css" },
  outdir: "dist/web",
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
});
