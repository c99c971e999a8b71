import type { Registry } from "../environments/registry.ts";
import type { Logger } from "../log.ts";
import { FileStore } from "./file-store.ts";
import { MemoryStore } from "./memory-store.ts";
import type { Store } from "./store.ts";

const FILE = "file:";

/**
 * The store that a setting names: `memory`, `file:DIRECTORY`, or `redis://…`, which need not be there
 * yet.
 * @throws StoreError where the store cannot be had
 */
export async function openStore(setting: string, registry: Registry, log: Logger): Promise<Store> {
  if (setting.startsWith(FILE)) {
    return new FileStore(setting.slice(FILE.length), registry, (message) => log.error(message));
  }
  if (setting === "memory") return new MemoryStore(registry);
  // Only those who have a Redis wait for its client to be loaded.
  const [{ RedisStore }, { parseAddress }] = await Promise.all([
    import("./redis/redis-store.ts"),
    import("./redis/address.ts"),
  ]);
  return new RedisStore(parseAddress(setting), registry, log);
}
