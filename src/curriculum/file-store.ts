import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Registry } from "../environments/registry.ts";
import {
  CurriculumName,
  CurriculumProgress,
  CurriculumRise,
  CurriculumState,
} from "../protocol/curricula.ts";
import { toMessage } from "../wording.ts";
import { type Held, MemoryStore } from "./memory-store.ts";
import { toState } from "./state.ts";
import { GROUP_MS, StoreError } from "./store.ts";

/** How long after a change it is written: many changes are written at once. */
const DELAY_MS = 500;

const ENDING = ".json";
const UNFINISHED = ".new";
const LOCK = "lock";

/** A curriculum as it stands in its file. */
const Saved = CurriculumState.extend({
  environments: z.record(z.string(), CurriculumProgress),
  rises: z.array(CurriculumRise),
  /** Group, number of its draw, top of that, when it is forgotten (Unix time, ms). */
  groups: z.array(z.tuple([z.string(), z.int(), z.int(), z.number()])),
  /** Key of reports, last number. */
  reports: z.array(z.tuple([z.string(), z.int()])),
});

/**
 * Curricula of one process, kept in a directory, a file each. A file is replaced as a whole, at most
 * a second after a change: a kill loses what came since then, and never a file.
 */
export class FileStore extends MemoryStore {
  readonly #directory: string;
  readonly #onError: (message: string) => void;
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /**
   * @param onError told of what could not be written; it is tried again
   * @throws StoreError where the directory cannot be used or holds something else
   */
  constructor(directory: string, registry: Registry, onError: (message: string) => void) {
    super(registry);
    this.#directory = directory;
    this.#onError = onError;
    try {
      mkdirSync(directory, { recursive: true });
      lock(join(directory, LOCK));
    } catch (error) {
      throw new StoreError(`cannot keep curricula in ${directory}: ${toMessage(error)}`);
    }
    for (const file of readdirSync(directory)) {
      // What a kill left half-written.
      if (file.endsWith(UNFINISHED)) rmSync(join(directory, file), { force: true });
      else if (file.endsWith(ENDING)) this.#read(file.slice(0, -ENDING.length));
    }
  }

  override async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#write();
    rmSync(join(this.#directory, LOCK), { force: true });
  }

  protected override noteChange(name: string): void {
    this.#changed.add(name);
    this.#timer ??= setTimeout(() => void this.#write(), DELAY_MS).unref();
  }

  /** Writes what has changed, after what is being written. */
  #write(): Promise<void> {
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      for (const name of [...this.#changed]) {
        this.#changed.delete(name);
        try {
          await this.#writeOne(name);
        } catch (error) {
          this.#onError(`curriculum ${name} could not be written: ${toMessage(error)}`);
          this.noteChange(name);
        }
      }
    });
    return this.#writing;
  }

  async #writeOne(name: string): Promise<void> {
    const held = this.held.get(name);
    const path = join(this.#directory, name + ENDING);
    if (held === undefined) return rm(path, { force: true });
    const file = await open(path + UNFINISHED, "w");
    try {
      await file.writeFile(JSON.stringify(toSaved(name, this.load(name), held)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path + UNFINISHED, path);
  }

  #read(name: string): void {
    const path = join(this.#directory, name + ENDING);
    try {
      CurriculumName.parse(name);
      const saved = Saved.parse(JSON.parse(readFileSync(path, "utf8")));
      const members = Object.entries(saved.environments);
      const weights = new Map(members.map(([environment, { weight }]) => [environment, weight]));
      const progress = new Map(
        members.map(([environment, { weight: _, ...own }]) => [environment, own]),
      );
      const held = this.hold(name, { ...saved, progress, weights });
      held.rises = saved.rises;
      for (const [group, first, top, end] of saved.groups) {
        const ttl = Math.min(GROUP_MS, end - Date.now());
        if (ttl > 0) held.groups.set(group, { first, top }, { ttl });
      }
      for (const [key, number] of saved.reports) held.reports.set(key, number);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : toMessage(error);
      throw new StoreError(`${path} does not hold a curriculum of this server: ${why}`);
    }
  }
}

type Kept = ReturnType<MemoryStore["load"]>;

function toSaved(name: string, kept: Kept, held: Held): z.infer<typeof Saved> {
  const groups: [string, number, number, number][] = [];
  for (const [group, { first, top }] of held.groups.entries()) {
    groups.push([group, first, top, Date.now() + held.groups.getRemainingTTL(group)]);
  }
  return {
    ...toState(name, kept),
    rises: held.rises,
    groups: groups.reverse(),
    reports: [...held.reports.entries()].reverse(),
  };
}

/**
 * Claims a directory for this process.
 * @throws Error where another process that is alive has it
 */
function lock(path: string): void {
  const mine = String(process.pid);
  try {
    writeFileSync(path, mine, { flag: "wx" });
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const owner = Number(readFileSync(path, "utf8"));
  if (owner !== process.pid && isAlive(owner)) {
    throw new Error(`process ${owner} has it; give each server a directory of its own, or Redis`);
  }
  writeFileSync(path, mine);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
