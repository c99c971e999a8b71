/** A graph whose vertex u may have the colours 0..limits[u]. */
export interface LimitedGraph {
  readonly edges: readonly (readonly [number, number])[];
  readonly limits: readonly number[];
}

/**
 * The sum over all proper colourings within the limits of the number of colours used, colour class by
 * colour class: the uncoloured vertex of the least limit r is in the next one, an independent set,
 * which can take any of r + 1 colours but the k used before (all of them are at most r). Over sets of
 * uncoloured vertices, for all k at once: at most 3^N steps, few in dense graphs.
 */
export function sumOfColoursByClasses({ edges, limits }: LimitedGraph): bigint {
  const order = Array.from(limits.keys()).sort((u, v) => limits[u] - limits[v]);
  const place = new Map(order.map((vertex, index) => [vertex, index]));
  const neighbours = new Int32Array(limits.length);
  for (const [u, v] of edges) {
    const [i, j] = [place.get(u) ?? 0, place.get(v) ?? 0];
    neighbours[i] |= 1 << j;
    neighbours[j] |= 1 << i;
  }
  const known = new Map<number, readonly bigint[]>();

  /** The sums for the uncoloured vertices, by the number of colours used for the others. */
  function sumsFor(uncoloured: number): readonly bigint[] {
    const kept = known.get(uncoloured);
    if (kept !== undefined) return kept;
    const used = Array.from({ length: limits.length + 1 }, (_, k) => k);
    if (uncoloured === 0) return used.map(BigInt);
    const first = 31 - Math.clz32(uncoloured & -uncoloured);
    const choices = limits[order[first]] + 1;
    const sums = used.map(() => 0n);
    const addClasses = (chosen: number, candidates: number): void => {
      const rest = sumsFor(uncoloured & ~chosen);
      for (const k of used) {
        if (k < choices && k + 1 < used.length) sums[k] += BigInt(choices - k) * rest[k + 1];
      }
      for (let open = candidates; open !== 0; open &= open - 1) {
        const vertex = 31 - Math.clz32(open & -open);
        // Further members come after this one, so that each class is found once.
        const later = open & (open - 1) & ~neighbours[vertex];
        addClasses(chosen | (1 << vertex), later);
      }
    };
    const bit = 1 << first;
    addClasses(bit, uncoloured & ~bit & ~neighbours[first]);
    known.set(uncoloured, sums);
    return sums;
  }

  return sumsFor(2 ** limits.length - 1)[0];
}
