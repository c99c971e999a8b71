import { popCount } from "../numbers/bits.ts";
import type { Edge } from "./adjacency.ts";
import { toAdjacencyMatrix } from "./adjacency-matrix.ts";
import { UnionFind } from "./union-find.ts";

/** Parts of vertices, numbered from 0, and how many edges join different ones. */
interface Partition {
  readonly crossing: number;
  readonly partOf: readonly number[];
}

/**
 * The part, 0..partCount−1, of each vertex in a partition into so many non-empty parts that fewest
 * edges cross. With components enough none does; otherwise some best partition has connected parts,
 * so that the best ones of the components are combined. Exact; O(2^V) for the largest component,
 * and more at worst where a search for denser sets must decide, in a few sparse cases of a hundred.
 * @param partCount at most vertexCount
 */
export function fewestCrossingEdges(
  vertexCount: number,
  edges: readonly Edge[],
  partCount: number,
): number[] {
  const components = componentsOf(vertexCount, edges);
  const partOf = new Array<number>(vertexCount).fill(0);
  if (components.length >= partCount) {
    for (const [index, vertices] of components.entries()) {
      for (const vertex of vertices) partOf[vertex] = Math.min(index, partCount - 1);
    }
    return partOf;
  }
  const adjacent = toAdjacencyMatrix(vertexCount, edges);
  const spare = partCount - components.length;
  // How many parts the components still to come can make beyond one each; the largest comes last.
  /** For each number of parts beyond one a component, the best parts of the components so far. */
  let best = new Map<number, { crossing: number; chosen: readonly Partition[] }>([
    [0, { crossing: 0, chosen: [] }],
  ]);
  let capacity = vertexCount - components.length;
  for (const vertices of components) {
    capacity -= vertices.length - 1;
    const inner = vertices.map((u) => Uint8Array.from(vertices, (v) => adjacent[u][v]));
    const partition = partitioner(inner);
    const next: typeof best = new Map();
    for (let more = 0; more <= Math.min(spare, vertices.length - 1); more++) {
      const suitable = [...best].filter(
        ([before]) => before + more <= spare && before + more + capacity >= spare,
      );
      if (suitable.length === 0) continue;
      const own = partition(more + 1);
      for (const [before, { crossing, chosen }] of suitable) {
        const total = crossing + own.crossing;
        if (total >= (next.get(before + more)?.crossing ?? Number.POSITIVE_INFINITY)) continue;
        next.set(before + more, { crossing: total, chosen: [...chosen, own] });
      }
    }
    best = next;
  }
  let used = 0;
  for (const [index, { partOf: own }] of (best.get(spare)?.chosen ?? []).entries()) {
    for (const [at, vertex] of components[index].entries()) partOf[vertex] = used + own[at];
    used += Math.max(...own) + 1;
  }
  return partOf;
}

/** The vertices of each component, the smallest component first. */
function componentsOf(vertexCount: number, edges: readonly Edge[]): number[][] {
  const sets = new UnionFind(vertexCount);
  for (const [u, v] of edges) sets.unite(u, v);
  const components = new Map<number, number[]>();
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const root = sets.find(vertex);
    components.set(root, [...(components.get(root) ?? []), vertex]);
  }
  return [...components.values()].sort((a, b) => a.length - b.length);
}

/**
 * Best partitions of a connected graph. One large part, as dense as can be, and single vertices are
 * best where they reach the bound: by the densest sets of each size, by connectedness, and by the
 * minimum cut, since as many edges leave each part. Else a search for denser sets decides.
 */
function partitioner(adjacent: readonly Uint8Array[]): (partCount: number) => Partition {
  const size = adjacent.length;
  const sets = densestSets(adjacent);
  const { edgeCount, mostInner, densest, minimumCut } = sets;
  /** The most inner edges of so many parts of so many vertices, by the densest sets alone. */
  const packed = [[0, ...new Array<number>(size).fill(Number.NEGATIVE_INFINITY)]];
  for (let parts = 1; parts <= size; parts++) {
    packed.push(
      packed[0].map((_, total) => {
        let most = Number.NEGATIVE_INFINITY;
        for (let part = 1; part <= total; part++) {
          most = Math.max(most, mostInner[part] + packed[parts - 1][total - part]);
        }
        return most;
      }),
    );
  }
  return (partCount) => {
    const large = size - partCount + 1;
    const least = Math.max(
      edgeCount - packed[partCount][size],
      partCount - 1,
      partCount === 1 ? 0 : Math.ceil((partCount * minimumCut) / 2),
    );
    const simple = edgeCount - mostInner[large];
    const better = simple > least ? densestPacking(sets, partCount, mostInner[large]) : undefined;
    return toPartition(adjacent, better ?? [densest[large]]);
  };
}

/** Disjoint sets of vertices as parts, and each other vertex as one. */
function toPartition(adjacent: readonly Uint8Array[], sets: readonly number[]): Partition {
  let single = sets.length;
  const partOf = [...adjacent.keys()].map((vertex) => {
    const part = sets.findIndex((set) => ((set >>> vertex) & 1) === 1);
    return part === -1 ? single++ : part;
  });
  const ends = adjacent.map((row, u) =>
    row.reduce((sum, bit, v) => sum + (partOf[u] === partOf[v] ? 0 : bit), 0),
  );
  return { crossing: ends.reduce((sum, count) => sum + count, 0) / 2, partOf };
}

type DensestSets = ReturnType<typeof densestSets>;

/** For each size the most edges within a set of so many vertices, with such a set; O(2^V). */
function densestSets(adjacent: readonly Uint8Array[]) {
  const size = adjacent.length;
  const neighbours = adjacent.map((row) => row.reduce((bits, bit, v) => bits | (bit << v), 0));
  const degrees = neighbours.map(popCount);
  const edgeCount = degrees.reduce((sum, degree) => sum + degree, 0) / 2;
  const mostInner = new Array<number>(size + 1).fill(-1);
  const densest = new Array<number>(size + 1).fill(0);
  let minimumCut = Number.POSITIVE_INFINITY;
  const everything = 2 ** size - 1;
  const note = (set: number, count: number, inner: number) => {
    if (inner > mostInner[count]) [mostInner[count], densest[count]] = [inner, set];
  };
  // Sets without the last vertex; their complements are all the others.
  const half = 2 ** (size - 1);
  const inners = new Uint16Array(half);
  const degreeSums = new Uint16Array(half);
  note(0, 0, 0);
  note(everything, size, edgeCount);
  for (let set = 1; set < half; set++) {
    const rest = set & (set - 1);
    const vertex = 31 - Math.clz32(set ^ rest);
    const inner = inners[rest] + popCount(neighbours[vertex] & rest);
    const degree = degreeSums[rest] + degrees[vertex];
    inners[set] = inner;
    degreeSums[set] = degree;
    const count = popCount(set);
    if (inner > mostInner[count]) note(set, count, inner);
    const outer = edgeCount - degree + inner;
    if (outer > mostInner[size - count]) note(everything ^ set, size - count, outer);
    minimumCut = Math.min(minimumCut, degree - 2 * inner);
  }
  const innerOf = (set: number) => {
    if (set < half) return inners[set];
    const rest = everything ^ set;
    return edgeCount - degreeSums[rest] + inners[rest];
  };
  return { size, edgeCount, mostInner, densest, minimumCut, innerOf };
}

/** The sizes, above 1 and descending, of parts that hold so many vertices more than one each. */
function* sizesOf(excess: number, partCount: number, largest = excess + 1): Generator<number[]> {
  if (excess === 0) yield [];
  if (excess === 0 || partCount === 0) return;
  for (let size = Math.min(largest, excess + 1); size > 1; size--) {
    for (const others of sizesOf(excess - size + 1, partCount - 1, size)) yield [size, ...others];
  }
}

/**
 * Disjoint sets of vertices with more inner edges than `known`, as many as possible, that make
 * partCount parts together with single vertices; undefined if there are none. For each choice of
 * sizes whose densest sets are dense enough together, the sets that miss no more than the surplus
 * are packed by backtracking.
 */
function densestPacking(
  { size, mostInner, innerOf }: DensestSets,
  partCount: number,
  known: number,
): number[] | undefined {
  const hopes = (sizes: readonly number[]) => sizes.reduce((sum, part) => sum + mostInner[part], 0);
  const choices = [...sizesOf(size - partCount, partCount)]
    .filter((sizes) => hopes(sizes) > known)
    .sort((a, b) => hopes(b) - hopes(a));
  if (choices.length === 0) return undefined;
  const surplus = hopes(choices[0]) - known - 1;
  const candidates = mostInner.map((): number[] => []);
  for (let set = 1; set < 2 ** size; set++) {
    const count = popCount(set);
    if (count < 2 || count > size - partCount + 1) continue;
    if (innerOf(set) >= mostInner[count] - surplus) candidates[count].push(set);
  }
  for (const sets of candidates) sets.sort((a, b) => innerOf(b) - innerOf(a));
  let most = known;
  let best: number[] | undefined;

  function pack(sizes: readonly number[], chosen: number[], used: number, inner: number): void {
    const part = sizes[chosen.length];
    if (part === undefined) {
      if (inner > most) [most, best] = [inner, [...chosen]];
      return;
    }
    const later = hopes(sizes.slice(chosen.length + 1));
    for (const set of candidates[part]) {
      if (inner + innerOf(set) + later <= most) return;
      if ((set & used) !== 0) continue;
      pack(sizes, [...chosen, set], used | set, inner + innerOf(set));
    }
  }

  for (const sizes of choices) pack(sizes, [], 0, 0);
  return best;
}
