import type { LimitedGraph } from "./by-classes.ts";

/**
 * The same sum for sparse graphs: a colour c is used by all colourings but those that avoid it, which
 * are colourings within limits that are one less from c on. Only the limits' order matters, so that c
 * is taken once for each run of colours between two limits.
 */
export function sumOfColoursByFrontier({ edges, limits }: LimitedGraph): bigint {
  const all = countColourings({ edges, limits });
  const ascending = [...new Set(limits)].sort((a, b) => a - b);
  let sum = 0n;
  for (const [index, limit] of ascending.entries()) {
    const below = index === 0 ? -1 : ascending[index - 1];
    const without = limits.map((value) => (value >= limit ? value - 1 : value));
    const avoiding = without.some((value) => value < 0)
      ? 0n
      : countColourings({ edges, limits: without });
    sum += BigInt(limit - below) * (all - avoiding);
  }
  return sum;
}

/** Vertices of the frontier that have one colour, by the least of the limits merged into it. */
interface Block {
  readonly vertices: readonly number[];
  readonly limit: number;
}

/**
 * Proper colourings within limits, by inclusion and exclusion over edges whose ends have one colour:
 * vertex by vertex, the partition of the frontier (the vertices with neighbours to come) into blocks
 * that such edges have merged, with the sign; a block that leaves it can take limit + 1 colours. Fast
 * where the frontier stays small.
 */
function countColourings({ edges, limits }: LimitedGraph): bigint {
  const neighbours: number[][] = Array.from(limits, () => []);
  for (const [u, v] of edges) {
    neighbours[u].push(v);
    neighbours[v].push(u);
  }
  const order = frontierOrder(neighbours);
  const place = new Map(order.map((vertex, index) => [vertex, index]));
  const last = neighbours.map((near, vertex) =>
    Math.max(place.get(vertex) ?? 0, ...near.map((other) => place.get(other) ?? 0)),
  );
  let states = new Map<string, { blocks: readonly Block[]; sum: bigint }>([
    ["", { blocks: [], sum: 1n }],
  ]);
  for (const [index, vertex] of order.entries()) {
    const next = new Map<string, { blocks: readonly Block[]; sum: bigint }>();
    for (const { blocks, sum } of states.values()) {
      const near = blocks.filter(({ vertices }) =>
        vertices.some((other) => neighbours[vertex].includes(other)),
      );
      for (let merged = 0; merged < 1 << near.length; merged++) {
        const joining = near.filter((_, bit) => (merged & (1 << bit)) !== 0);
        const block: Block = {
          vertices: [vertex, ...joining.flatMap(({ vertices }) => vertices)],
          limit: Math.min(limits[vertex], ...joining.map(({ limit }) => limit)),
        };
        const others = blocks.filter((other) => !joining.includes(other));
        let weight = joining.length % 2 === 0 ? sum : -sum;
        const kept: Block[] = [];
        for (const { vertices, limit } of [...others, block]) {
          const open = vertices.filter((other) => last[other] > index).sort((a, b) => a - b);
          if (open.length === 0) weight *= BigInt(limit + 1);
          else kept.push({ vertices: open, limit });
        }
        const key = kept
          .map(({ vertices, limit }) => `${vertices.join(",")}:${limit}`)
          .sort()
          .join(" ");
        const known = next.get(key);
        next.set(key, { blocks: kept, sum: (known?.sum ?? 0n) + weight });
      }
    }
    states = next;
  }
  return [...states.values()].reduce((total, { sum }) => total + sum, 0n);
}

/** Next always the vertex with the fewest neighbours to come that no vertex before has. */
function frontierOrder(neighbours: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const isPlaced = new Set<number>();
  const isTouched = new Set<number>();
  while (order.length < neighbours.length) {
    let [best, cost] = [-1, Number.POSITIVE_INFINITY];
    for (const [vertex, near] of neighbours.entries()) {
      if (isPlaced.has(vertex)) continue;
      const fresh = near.filter((other) => !isTouched.has(other) && !isPlaced.has(other)).length;
      const own = isTouched.has(vertex) || order.length === 0 ? fresh - 0.5 : fresh + 0.5;
      if (own < cost) [best, cost] = [vertex, own];
    }
    isPlaced.add(best);
    for (const other of neighbours[best]) isTouched.add(other);
    order.push(best);
  }
  return order;
}
