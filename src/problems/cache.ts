import { LRUCache } from "lru-cache";
import type { Registry } from "../environments/registry.ts";
import type { Problem } from "./problem.ts";
import type { ProblemReference } from "./reference.ts";

/** A reference as a key of maps; see `ProblemCache.toKey`. */
export type CacheKey = number | string;

/** A bound on the entries, beside that on bytes: the cache allocates its index for it at once. */
const MAX_PROBLEMS = 2 ** 17;

/** What a problem takes beside its fields, and what a packed byte becomes in the heap (measured). */
const BYTES_PER_PROBLEM = 512;
const BYTES_PER_PACKED_BYTE = 3;

/** A number holds 53 bits exactly: 9 for the environment, 12 for difficulty, 32 for seed. */
const ENVIRONMENTS = 2 ** 9;
const DIFFICULTIES = 2 ** 12;
const SEEDS = 2 ** 32;

/** What a cache holds and has given so far. */
export interface CacheStatistics {
  readonly problems: number;
  /** By estimate. */
  readonly bytes: number;
  /** How often a problem was found. */
  readonly hits: number;
}

/** The latest problems by reference: least recently used ones go first, by estimated bytes. */
export class ProblemCache {
  readonly #problems: LRUCache<CacheKey, Problem>;
  readonly #positions: ReadonlyMap<string, number>;
  #hits = 0;

  /** @param maxBytes a bound on the estimated size of all problems together, 0 to keep none */
  constructor(registry: Registry, maxBytes: number, maxProblems = MAX_PROBLEMS) {
    this.#positions = new Map([...registry.keys()].map((id, position) => [id, position]));
    // The library takes 0 as "unbounded": one byte holds no problem.
    this.#problems = new LRUCache({
      max: Math.max(1, maxProblems),
      maxSize: Math.max(1, maxBytes),
    });
  }

  get(key: CacheKey): Problem | undefined {
    const problem = this.#problems.get(key);
    if (problem !== undefined) this.#hits++;
    return problem;
  }

  get statistics(): CacheStatistics {
    const { size, calculatedSize } = this.#problems;
    return { problems: size, bytes: calculatedSize, hits: this.#hits };
  }

  /** @param packedBytes the size of the problem's fields as MessagePack */
  set(key: CacheKey, problem: Problem, packedBytes: number): void {
    const size = BYTES_PER_PROBLEM + BYTES_PER_PACKED_BYTE * packedBytes;
    this.#problems.set(key, problem, { size });
  }

  /**
   * The key of a reference: environment, difficulty and seed as one number where they fit, else a
   * text, with which a look-up takes four times as long.
   */
  toKey({ environment, difficulty, seed }: ProblemReference): CacheKey {
    const position = this.#positions.get(environment) ?? ENVIRONMENTS;
    const isSmall =
      position < ENVIRONMENTS &&
      difficulty === (difficulty & (DIFFICULTIES - 1)) &&
      seed === seed >>> 0;
    return isSmall
      ? (position * DIFFICULTIES + difficulty) * SEEDS + seed
      : `${environment}/${difficulty}/${seed}`;
  }
}
