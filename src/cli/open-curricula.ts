import type { Config } from "../config.ts";
import { Curricula } from "../curriculum/curricula.ts";
import { openStore } from "../curriculum/open-store.ts";
import type { Store } from "../curriculum/store.ts";
import { environments } from "../environments/registry.ts";
import type { Logger } from "../log.ts";
import { ProtocolError } from "../protocol/errors.ts";
import { toMessage } from "../wording.ts";
import { Misuse } from "./misuse.ts";
import { readCurriculum } from "./read-curriculum.ts";

/** How long the start waits for the store in which it is to make curricula. */
const REACH_MS = 30_000;

/**
 * Opens the store of curricula and makes those of the configuration. One that is there already, with
 * the same definition, goes on where it was.
 * @throws Misuse where the store cannot be had, or a file does not hold a curriculum; Error where the
 *   store stays out of reach that is to have a curriculum
 */
export async function openCurricula(
  { store: setting, curriculum: files }: Pick<Config, "store" | "curriculum">,
  log: Logger,
): Promise<Curricula> {
  const store = await open(setting, log);
  if (files.length > 0) await reach(store);
  const curricula = new Curricula(store, environments);
  for (const { name, file } of files) {
    const definition = readCurriculum(file, "RLVEGYM_CURRICULUM");
    const made =
      "definition" in definition
        ? await curricula.restore(name, definition, false)
        : await curricula.create(name, definition, false);
    if (!(made instanceof ProtocolError)) continue;
    await curricula.close();
    throw new Misuse(`RLVEGYM_CURRICULUM: ${name}=${file}: ${made.data.message}`);
  }
  if (setting === "memory" && files.length > 0) {
    log.info("curricula are kept in memory and end with this process: RLVEGYM_STORE keeps them");
  }
  return curricula;
}

async function open(setting: string, log: Logger) {
  try {
    return await openStore(setting, environments, log);
  } catch (error) {
    throw new Misuse(`RLVEGYM_STORE: ${toMessage(error)}`);
  }
}

/** Without a store the server starts: most sessions need none. Those that it is started for do. */
async function reach(store: Store): Promise<void> {
  try {
    await store.reach(REACH_MS);
  } catch (error) {
    await store.close();
    const message = toMessage(error);
    throw new Error(`RLVEGYM_CURRICULUM: waited ${REACH_MS / 1000} s. ${message}`);
  }
}
