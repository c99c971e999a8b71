import type { Random } from "./random.ts";

/**
 * A real in [low, high) whose logarithm is uniform; `low` where the two are equal. Drawn by rejection
 * with exactly rounded arithmetic alone (an octave, then a point in it with density 1/x), since
 * powers and logarithms may differ between engines.
 */
export function logUniform(low: number, high: number, random: Random): number {
  if (low === high) return low;
  let octaves = 1;
  while (low * 2 ** octaves < high) octaves++;
  for (;;) {
    const octave = random.integer(0, octaves - 1);
    const point = random.real(1, 2);
    const value = low * 2 ** octave * point;
    if (random.chance(1 / point) && value < high) return value;
  }
}
