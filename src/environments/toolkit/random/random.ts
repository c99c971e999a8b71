import seedrandom from "seedrandom";

const TWO_POW_32 = 2 ** 32;
const TWO_POW_53 = 2 ** 53;

/**
 * A seeded stream of random draws: the same seed gives the same draws on every machine. It uses
 * only integer and exactly rounded arithmetic (no Math.log, Math.pow, …), whose results no
 * JavaScript engine may vary.
 */
export class Random {
  readonly #generator: seedrandom.PRNG;

  /** @param seed any text; problems use their id */
  constructor(seed: string) {
    this.#generator = seedrandom.alea(seed);
  }

  /** A uniform 32-bit integer in [0, 2^32). */
  #uint32(): number {
    return this.#generator.int32() >>> 0;
  }

  /** A uniform real in [0, 1), a multiple of 2^-53. */
  unit(): number {
    return ((this.#uint32() >>> 11) * TWO_POW_32 + this.#uint32()) / TWO_POW_53;
  }

  /** A uniform real in [low, high). */
  real(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /**
   * A uniform integer in [low, high], both ends included, without bias.
   * @throws RangeError if the range is empty or not made of safe integers
   */
  integer(low: number, high: number): number {
    const size = high - low + 1;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || size < 1) {
      throw new RangeError(`no integers to draw from in [${low}, ${high}]`);
    }
    if (size <= TWO_POW_32) {
      const limit = TWO_POW_32 - (TWO_POW_32 % size);
      let draw = this.#uint32();
      while (draw >= limit) draw = this.#uint32();
      return low + (draw % size);
    }
    return Number(this.bigInteger(BigInt(low), BigInt(high)));
  }

  /** A uniform integer of any size in [low, high], both ends included, without bias. */
  bigInteger(low: bigint, high: bigint): bigint {
    const size = high - low + 1n;
    if (size < 1n) throw new RangeError(`no integers to draw from in [${low}, ${high}]`);
    const words = Math.ceil((size - 1n).toString(16).length / 8) || 1;
    const span = 1n << BigInt(32 * words);
    const limit = span - (span % size);
    for (;;) {
      let hexadecimal = "0x";
      for (let word = 0; word < words; word++) {
        hexadecimal += this.#uint32().toString(16).padStart(8, "0");
      }
      const draw = BigInt(hexadecimal);
      if (draw < limit) return low + (draw % size);
    }
  }

  /** `count` independent uniform integers in [low, high]. */
  integers(count: number, low: number, high: number): number[] {
    return Array.from({ length: count }, () => this.integer(low, high));
  }

  /** One of the items, each with the same probability. */
  choice<Item>(items: readonly Item[]): Item {
    return items[this.integer(0, items.length - 1)];
  }

  /** An index, with probability proportional to its weight (non-negative numbers, sum > 0). */
  weightedIndex(weights: readonly number[]): number {
    let rest = this.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    let last = 0;
    for (let index = 0; index < weights.length; index++) {
      if (weights[index] <= 0) continue;
      if (rest < weights[index]) return index;
      rest -= weights[index];
      last = index;
    }
    return last;
  }

  /** Shuffles the array in place (Fisher and Yates) and returns it. */
  shuffle<Item>(items: Item[]): Item[] {
    for (let index = items.length - 1; index > 0; index--) {
      const other = this.integer(0, index);
      [items[index], items[other]] = [items[other], items[index]];
    }
    return items;
  }

  /** A uniform permutation of `from`, …, `from + count − 1`. */
  permutation(count: number, from = 0): number[] {
    return this.shuffle(Array.from({ length: count }, (_, index) => from + index));
  }

  /** `count` different items in random order, every such sequence equally likely. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    return this.distinctIntegers(count, 0, items.length - 1).map((index) => items[index]);
  }

  /**
   * `count` different integers of [low, high] in random order, every such sequence equally likely
   * (a partial Fisher-Yates shuffle of a virtual array), in O(count) whatever the range.
   */
  distinctIntegers(count: number, low: number, high: number): number[] {
    if (count > high - low + 1) {
      throw new RangeError(`cannot draw ${count} different integers from [${low}, ${high}]`);
    }
    const moved = new Map<number, number>();
    return Array.from({ length: count }, (_, index) => {
      const first = low + index;
      const drawn = this.integer(first, high);
      const value = moved.get(drawn) ?? drawn;
      moved.set(drawn, moved.get(first) ?? first);
      return value;
    });
  }
}
