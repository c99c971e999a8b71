import { existsSync } from "node:fs";

/** The package's folder: above src/ or, built, above dist/, however deep the bundler put this code. */
export const packageRoot: URL = findRoot();

/** This very code, seen from there: `src/root.ts`, `dist/chunks/….js`. */
const ownPath = import.meta.url.slice(packageRoot.href.length);

/**
 * The address of a module which is loaded by its file, as workers are: from src/ or from dist/, as
 * this code itself.
 * @param path in there, without the ending: `environments/registry`
 */
export function toModuleUrl(path: string): URL {
  const [top] = ownPath.split("/");
  const ending = ownPath.slice(ownPath.lastIndexOf("."));
  return new URL(`${top}/${path}${ending}`, packageRoot);
}

function findRoot(): URL {
  let folder = new URL("./", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const parent = new URL("../", folder);
    if (parent.href === folder.href) throw new Error(`no package.json above ${import.meta.url}`);
    folder = parent;
  }
  return folder;
}
