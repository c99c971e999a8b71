import type { MaybePromise } from "../../event-loop.ts";
import type { Curriculum } from "../curriculum.ts";

/** What this server knows of a curriculum; scripts say where it is another one by now. */
export interface Known {
  readonly curriculum: Curriculum;
  /** Of each `save` its own. */
  readonly revision: string;
  /** The latest tops that were seen, and after how many changes. */
  readonly tops: ReadonlyMap<string, number>;
  readonly changes: string;
}

/** What is known of curricula, by name, until a connection ends. */
export class KnownCurricula {
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Promise<Known>>();
  readonly #ask: (name: string) => Promise<Known>;

  /** @param ask asks the store for all that is to be known */
  constructor(ask: (name: string) => Promise<Known>) {
    this.#ask = ask;
  }

  get(name: string): Known | undefined {
    return this.#known.get(name);
  }

  getOrAsk(name: string): MaybePromise<Known> {
    return this.#known.get(name) ?? this.ask(name);
  }

  /** Asks the store, once for all who want it at the moment. */
  ask(name: string): Promise<Known> {
    const already = this.#asked.get(name);
    if (already !== undefined) return already;
    const asked = this.#ask(name)
      .then((known) => {
        this.note(name, known);
        return known;
      })
      .finally(() => this.#asked.delete(name));
    this.#asked.set(name, asked);
    return asked;
  }

  /** Remembers what was seen, unless later tops of the same curriculum are known by now. */
  note(name: string, seen: Known): void {
    const latest = this.#known.get(name);
    const isLater =
      latest?.revision !== seen.revision || Number(seen.changes) > Number(latest.changes);
    if (isLater) this.#known.set(name, seen);
  }

  forget(name: string): void {
    this.#known.delete(name);
  }

  clear(): void {
    this.#known.clear();
  }
}
