/** How many binary digits an integer of [0, 2^32) has; 0 for 0. */
export function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}
