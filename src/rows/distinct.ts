import { createHash } from "node:crypto";

/** Half full at the most. */
const LOAD = 0.5;

/**
 * The prompts of a level that were drawn already, as 64 bits of a SHA-256 each, in an open hash table:
 * 16 to 32 bytes a prompt. Two of a million prompts have the same 64 bits with a chance of 3e-8, and
 * then a row is passed over that was none too many.
 */
export class Prompts {
  #slots = new BigUint64Array(16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a prompt; false where it was there. */
  add(prompt: string): boolean {
    const slot = this.#find(hashOf(prompt));
    if (this.#slots[slot.at] !== 0n) return false;
    this.#slots[slot.at] = slot.hash;
    this.#count++;
    if (this.#count > LOAD * this.#slots.length) this.#grow();
    return true;
  }

  #find(hash: bigint): { at: number; hash: bigint } {
    const mask = this.#slots.length - 1;
    let at = Number(hash & 0xffff_ffffn) & mask;
    while (this.#slots[at] !== 0n && this.#slots[at] !== hash) at = (at + 1) & mask;
    return { at, hash };
  }

  #grow(): void {
    const full = this.#slots;
    this.#slots = new BigUint64Array(2 * full.length);
    for (const hash of full) if (hash !== 0n) this.#slots[this.#find(hash).at] = hash;
  }
}

/** 64 bits, of which 0 means an empty slot. */
function hashOf(prompt: string): bigint {
  return createHash("sha256").update(prompt).digest().readBigUInt64LE() || 1n;
}
