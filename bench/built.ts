/*
 * The built product, typed by its sources. What is measured is what is published: running the
 * sources by tsx would time the wrappers it puts around functions.
 */

export const repository = new URL("..", import.meta.url);

/** The address of a built module, by its path under dist. */
export function toBuilt(path: string): string {
  return new URL(`dist/${path}`, repository).href;
}

export async function importBuilt() {
  const [library, extraction, random, msgpack] = await Promise.all([
    import(toBuilt("index.js")) as Promise<typeof import("../src/index.ts")>,
    import(toBuilt("problems/extract-answer.js")) as Promise<
      typeof import("../src/problems/extract-answer.ts")
    >,
    import(toBuilt("environments/toolkit/random/random.js")) as Promise<
      typeof import("../src/environments/toolkit/random/random.ts")
    >,
    import(toBuilt("protocol/msgpack.js")) as Promise<typeof import("../src/protocol/msgpack.ts")>,
  ]);
  return { ...library, ...extraction, ...random, ...msgpack };
}

export type Built = Awaited<ReturnType<typeof importBuilt>>;
