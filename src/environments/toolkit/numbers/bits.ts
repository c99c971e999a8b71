/** How many binary digits an integer of [0, 2^32) has; 0 for 0. */
export function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}

/** How many binary digits 1 a 32-bit integer has. */
export function popCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the lowest binary digit 1 of a 32-bit integer other than 0. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
