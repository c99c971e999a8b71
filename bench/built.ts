/*
 * The built product, typed by its sources. Here it only prepares the load. What is measured runs
 * without tsx, whose translation makes code slower (a bare ws echo by a third): the built server,
 * and the bench's own programs, which are JavaScript.
 */

export const repository = new URL("..", import.meta.url);

export async function importBuilt() {
  const [library, msgpack] = await Promise.all([
    import(toBuilt("index.js")) as Promise<typeof import("../src/index.ts")>,
    import(toBuilt("protocol/codecs/msgpack.js")) as Promise<
      typeof import("../src/protocol/codecs/msgpack.ts")
    >,
  ]);
  return { ...library, ...msgpack };
}

export type Built = Awaited<ReturnType<typeof importBuilt>>;

function toBuilt(path: string): string {
  return new URL(`dist/${path}`, repository).href;
}
