import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the folder of `built.ts`. */
    readonly built: string;
  }
}

const repository = fileURLToPath(new URL("../", import.meta.url));

/**
 * Translates, once for all tests, what they start as processes: workers and the command line. These
 * are there in a fifth of the time that tsx needs to translate them again and again.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "rlve-gym-built-"));
  await Promise.all([
    ...["package.json", "README.md"].map((file) => cp(join(repository, file), join(folder, file))),
    symlink(join(repository, "node_modules"), join(folder, "node_modules")),
    translate(folder, ["src/**/*.ts", "test/problems/*.ts"], [keepModules]),
  ]);
  // As in dist: all environments are one file.
  await translate(folder, ["src/environments/registry.ts"], []);
  project.provide("built", pathToFileURL(`${folder}/`).href);
  return () => rm(folder, { recursive: true });
}

async function translate(
  folder: string,
  entryPoints: readonly string[],
  plugins: Plugin[],
): Promise<void> {
  await build({
    absWorkingDir: repository,
    entryPoints: [...entryPoints],
    outbase: ".",
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    plugins,
    logLevel: "warning",
  });
}

/** Each module stays a file of its own. */
const keepModules: Plugin = {
  name: "keep modules",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind }) =>
      kind === "entry-point" ? null : { path: path.replace(/\.ts$/, ".js"), external: true },
    );
  },
};
