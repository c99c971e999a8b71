import { factorial } from "../../toolkit/numbers/binomials.ts";

/**
 * Sets of cells whose neighbourhoods hang together, each met once, with the parts that are left when
 * one of its cells goes. The orders of a part are those of its neighbourhood's cells in which each of
 * its own comes before all that touch it: the last one, s, of its cells is followed by no other of
 * them, so that, read backwards, a part has Σ over s of the orders of what is left without s,
 * interleaved with the rest of the neighbourhood.
 */
export class PartTable {
  /** By part: how many cells it has or touches. */
  readonly sizes: number[] = [];
  /** By part and cell of it: the parts without that cell. */
  readonly #rests: (readonly (readonly number[])[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #around: readonly (readonly number[])[];
  readonly #meeting: readonly (readonly number[])[];
  readonly #most: number;
  /** By cell: the number of the last search that it belongs to, from 1 on. */
  readonly #stamps: Int32Array;
  #stamp = 0;
  readonly #labels: Int32Array;
  readonly #factorials: bigint[] = [];

  /** @param most how many parts are kept at most */
  constructor(around: readonly (readonly number[])[], most: number) {
    this.#around = around;
    this.#meeting = meetingOf(around);
    this.#most = most;
    this.#stamps = new Int32Array(around.length);
    this.#labels = new Int32Array(around.length);
  }

  /** The parts of a set of cells in ascending order; undefined beyond the most. */
  partsOf(cells: readonly number[]): readonly number[] | undefined {
    const parts: number[] = [];
    for (const part of this.#split(cells, -1)) {
      const number = this.#numberOf(part);
      if (number === undefined) return undefined;
      parts.push(number);
    }
    return parts;
  }

  #numberOf(cells: readonly number[]): number | undefined {
    const key = String.fromCharCode(...cells);
    const kept = this.#known.get(key);
    if (kept !== undefined) return kept;
    if (this.sizes.length >= this.#most) return undefined;
    const rests: number[][] = [];
    for (const cell of cells) {
      const rest: number[] = [];
      for (const part of this.#split(cells, cell)) {
        const number = this.#numberOf(part);
        if (number === undefined) return undefined;
        rest.push(number);
      }
      rests.push(rest);
    }
    const number = this.sizes.push(this.#sizeOf(cells)) - 1;
    this.#rests.push(rests);
    this.#known.set(key, number);
    return number;
  }

  #sizeOf(cells: readonly number[]): number {
    const stamp = ++this.#stamp;
    let size = 0;
    for (const cell of cells) {
      for (const near of this.#around[cell]) {
        if (this.#stamps[near] === stamp) continue;
        this.#stamps[near] = stamp;
        size++;
      }
    }
    return size;
  }

  /** The cells but one by parts, each in ascending order. */
  #split(cells: readonly number[], without: number): number[][] {
    const stamp = ++this.#stamp;
    const [stamps, labels] = [this.#stamps, this.#labels];
    for (const cell of cells) {
      stamps[cell] = stamp;
      labels[cell] = -1;
    }
    if (without >= 0) stamps[without] = 0;
    const parts: number[][] = [];
    for (const start of cells) {
      if (start === without) continue;
      if (labels[start] === -1) {
        labels[start] = parts.length;
        const reached = [start];
        for (const cell of reached) {
          for (const other of this.#meeting[cell]) {
            if (stamps[other] !== stamp || labels[other] !== -1) continue;
            labels[other] = parts.length;
            reached.push(other);
          }
        }
        parts.push([]);
      }
      parts[labels[start]].push(start);
    }
    return parts;
  }

  /** The orders of each part, by its number. */
  countOrders(): bigint[] {
    const orders: bigint[] = [];
    for (const [part, rests] of this.#rests.entries()) {
      let sum = 0n;
      for (const rest of rests) {
        let ways = this.interleavings(this.sizes[part] - 1, rest);
        for (const other of rest) ways *= orders[other];
        sum += ways;
      }
      orders.push(sum);
    }
    return orders;
  }

  /** In how many ways so many cells may be ordered, those of each part in an order given. */
  interleavings(cellCount: number, parts: readonly number[]): bigint {
    let divisor = 1n;
    for (const part of parts) divisor *= this.#factorial(this.sizes[part]);
    return this.#factorial(cellCount) / divisor;
  }

  #factorial(n: number): bigint {
    this.#factorials[n] ??= factorial(n);
    return this.#factorials[n];
  }
}

/** For each cell those whose neighbourhoods meet its own. */
function meetingOf(around: readonly (readonly number[])[]): number[][] {
  return around.map((cells) => [...new Set(cells.flatMap((near) => around[near]))]);
}

/**
 * How many sets of cells whose neighbourhoods hang together have no two cells that touch, up to
 * `most`. Each is grown from its first cell: of the cells that a set may take up, one is taken and
 * those before it are left out. O(neighbours) a set.
 */
export function countParts(
  cells: readonly number[],
  around: readonly (readonly number[])[],
  most: number,
): number {
  const isOpen = new Uint8Array(around.length);
  for (const cell of cells) isOpen[cell] = 1;
  const meeting = meetingOf(around).map((near) => near.filter((cell) => isOpen[cell] === 1));
  const blocked = new Int32Array(around.length);
  let count = 0;

  /** Counts the set with a cell taken up, and all that take up further ones of these or near it. */
  function take(cell: number, others: readonly number[]): void {
    count++;
    for (const near of around[cell]) blocked[near]++;
    const fresh = meeting[cell].filter((near) => isOpen[near] === 1);
    for (const near of fresh) isOpen[near] = 0;
    const candidates = [...others, ...fresh];
    for (let index = 0; index < candidates.length && count < most; index++) {
      if (blocked[candidates[index]] === 0) take(candidates[index], candidates.slice(index + 1));
    }
    for (const near of fresh) isOpen[near] = 1;
    for (const near of around[cell]) blocked[near]--;
  }

  for (const cell of cells) {
    if (count >= most) break;
    isOpen[cell] = 0;
    take(cell, []);
  }
  return count;
}
