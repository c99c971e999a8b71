import { LRUCache } from "lru-cache";
import type { Registry } from "../environments/registry.ts";
import type { Problem, ProblemReference } from "./problem.ts";

/** A reference as a key of maps; see `toCacheKey`. */
export type CacheKey = number | string;

/** A bound on the entries, beside that on bytes: the cache allocates its index for it at once. */
const MAX_PROBLEMS = 2 ** 17;

/** What a problem takes beside its fields, and what a packed byte becomes in the heap (measured). */
const BYTES_PER_PROBLEM = 512;
const BYTES_PER_PACKED_BYTE = 3;

/** Above these, a reference does not fit into a number and becomes a text. */
const MAX_DIFFICULTY = 2 ** 12;
const MAX_SEED = 2 ** 32;
const MAX_ENVIRONMENTS = 2 ** 9;

/** The latest problems by reference: least recently used ones go first, by estimated bytes. */
export class ProblemCache {
  readonly #problems: LRUCache<CacheKey, Problem>;
  readonly #positions: ReadonlyMap<string, number>;

  /** @param maxBytes a bound on the estimated size of all problems together, 0 to keep none */
  constructor(registry: Registry, maxBytes: number) {
    this.#positions = new Map([...registry.keys()].map((id, position) => [id, position]));
    // The library takes 0 as "unbounded": one byte holds no problem.
    this.#problems = new LRUCache({ max: MAX_PROBLEMS, maxSize: Math.max(1, maxBytes) });
  }

  get(key: CacheKey): Problem | undefined {
    return this.#problems.get(key);
  }

  /** @param packedBytes the size of the problem's fields as MessagePack */
  set(key: CacheKey, problem: Problem, packedBytes: number): void {
    const size = BYTES_PER_PROBLEM + BYTES_PER_PACKED_BYTE * packedBytes;
    this.#problems.set(key, problem, { size });
  }

  /**
   * The key of a reference to a registered environment: environment, difficulty and seed as one
   * number where they fit into 9 + 12 + 32 bits, which makes a look-up four times as fast as with
   * a text.
   */
  toKey({ environment, difficulty, seed }: ProblemReference): CacheKey {
    const position = this.#positions.get(environment) ?? MAX_ENVIRONMENTS;
    return position < MAX_ENVIRONMENTS && difficulty < MAX_DIFFICULTY && seed < MAX_SEED
      ? (position * MAX_DIFFICULTY + difficulty) * MAX_SEED + seed
      : `${environment}/${difficulty}/${seed}`;
  }
}
