import type { Registry } from "../environments/registry.ts";
import type { Logger } from "../log.ts";
import { FileStore } from "./file-store.ts";
import { MemoryStore } from "./memory-store.ts";
import type { Store } from "./store.ts";

const FILE = "file:";

/**
 * The store that a setting names: `memory` or `file:DIRECTORY`.
 * @throws StoreError where it cannot be had
 */
export function openStore(setting: string, registry: Registry, log: Logger): Store {
  if (setting.startsWith(FILE)) {
    return new FileStore(setting.slice(FILE.length), registry, (message) => log.error(message));
  }
  return new MemoryStore(registry);
}
