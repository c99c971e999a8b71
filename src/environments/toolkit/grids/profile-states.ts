/**
 * The states of a search over a broken profile, each the chosen and the open cells of the profile as
 * two masks of bits, with the least excess in which it was reached: a hash table with open
 * addressing, in typed arrays.
 */
export class ProfileStates {
  count = 0;
  readonly chosen: Int32Array;
  readonly open: Int32Array;
  readonly excess: Float64Array;
  /** Where the state comes from, as its least excess was added. */
  readonly origin: Int32Array;
  readonly #limit: number;
  /** The number of the state in each slot, from 1 on; 0 for none. Twice as many slots as states. */
  readonly #slots: Int32Array;

  /** @param capacity the most states that will be added, those beyond the limit not counted */
  constructor(capacity: number, limit: number) {
    this.#limit = limit;
    this.chosen = new Int32Array(capacity);
    this.open = new Int32Array(capacity);
    this.excess = new Float64Array(capacity);
    this.origin = new Int32Array(capacity);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity)));
  }

  /** The one state of an empty profile, of no excess. */
  static start(): ProfileStates {
    const states = new ProfileStates(1, 0);
    states.add(0, 0, 0, 0);
    return states;
  }

  /** Adds a state, unless its excess passes the limit or it is there with no greater one. */
  add(chosen: number, open: number, excess: number, origin: number): void {
    if (excess > this.#limit) return;
    const mask = this.#slots.length - 1;
    const hash = Math.imul(chosen, 0x9e3779b1) ^ Math.imul(open, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] - 1;
      if (this.chosen[at] !== chosen || this.open[at] !== open) continue;
      if (excess >= this.excess[at]) return;
      this.excess[at] = excess;
      this.origin[at] = origin;
      return;
    }
    const at = this.count++;
    this.#slots[slot] = this.count;
    this.chosen[at] = chosen;
    this.open[at] = open;
    this.excess[at] = excess;
    this.origin[at] = origin;
  }
}
