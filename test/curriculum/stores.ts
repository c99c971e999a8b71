import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileStore } from "../../src/curriculum/file-store.ts";
import { MemoryStore } from "../../src/curriculum/memory-store.ts";
import type { Store } from "../../src/curriculum/store.ts";
import { environments } from "../../src/environments/registry.ts";

/** Stores that need no service, each with a way to have one that is empty. */
export const STORES: readonly (readonly [string, () => Store])[] = [
  ["memory", () => new MemoryStore(environments)],
  ["file", () => new FileStore(createDirectory(), environments, fail)],
];

/** A directory for a file store. */
export function createDirectory(): string {
  return mkdtempSync(join(tmpdir(), "rlve-gym-curricula-"));
}

export function fail(message: string): never {
  throw new Error(message);
}
