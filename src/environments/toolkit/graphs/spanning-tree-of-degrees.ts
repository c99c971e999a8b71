import { Random } from "../random/random.ts";
import { UnionFind } from "./union-find.ts";

type Edges = readonly (readonly [number, number, ...number[]])[];

const OPEN = 0;
const TAKEN = 1;
const DROPPED = 2;

/** Nodes of the search tree before it starts again with the edges in another order, at first. */
const FIRST_BUDGET = 200;

/**
 * The numbers of the edges of a spanning tree in which each vertex has the degree that is given; one
 * must exist. Edges are taken and dropped depth first, with all that follows; the search branches at
 * the vertex with the fewest edges to spare, and starts again in another order when it has taken too
 * long. Exact; exponential at worst (Hamiltonian paths are a case), but a few dozen nodes on random
 * graphs with a planted tree.
 * @throws RangeError if there is no such tree
 */
export function spanningTreeOfDegrees(
  vertexCount: number,
  edges: Edges,
  degrees: readonly number[],
): number[] {
  for (let attempt = 0; ; attempt++) {
    const order = new Random(`order ${attempt}`).permutation(edges.length);
    const search = new TreeSearch(
      vertexCount,
      order.map((edge) => edges[edge]),
      degrees,
      FIRST_BUDGET * 2 ** attempt,
    );
    const state = search.extend(new Uint8Array(edges.length));
    if (state !== undefined) return order.filter((_, place) => state[place] === TAKEN);
    if (search.budget > 0) throw new RangeError("no spanning tree has these degrees");
  }
}

/** What is known once nothing more follows: degrees still missing, and open edges, a vertex. */
interface Closure {
  readonly missing: readonly number[];
  readonly openCount: readonly number[];
  readonly isComplete: boolean;
}

class TreeSearch {
  /** The nodes that may still be visited; 0 where the search was given up. */
  budget: number;
  readonly #vertexCount: number;
  readonly #edges: Edges;
  readonly #degrees: readonly number[];

  constructor(vertexCount: number, edges: Edges, degrees: readonly number[], budget: number) {
    this.#vertexCount = vertexCount;
    this.#edges = edges;
    this.#degrees = degrees;
    this.budget = budget;
  }

  /** The state of each edge in a tree that goes on from here; undefined if none was found. */
  extend(state: Uint8Array): Uint8Array | undefined {
    if (this.budget === 0) return undefined;
    this.budget--;
    const closure = this.#close(state);
    if (closure === undefined) return undefined;
    if (closure.isComplete) return state;
    const edge = this.#tightestEdge(state, closure);
    for (const choice of [TAKEN, DROPPED]) {
      const found = this.extend(state.with(edge, choice));
      if (found !== undefined || this.budget === 0) return found;
    }
    return undefined;
  }

  /** Takes and drops what must be, in place; undefined where no tree is left. */
  #close(state: Uint8Array): Closure | undefined {
    for (;;) {
      const components = new UnionFind(this.#vertexCount);
      const missing = [...this.#degrees];
      for (const [edge, [u, v]] of this.#edges.entries()) {
        if (state[edge] !== TAKEN) continue;
        missing[u]--;
        missing[v]--;
        if (!components.unite(u, v) || missing[u] < 0 || missing[v] < 0) return undefined;
      }
      if (components.count === 1) return { missing, openCount: [], isComplete: true };
      const openCount = this.#dropUseless(state, components, missing);
      if (openCount === undefined) return undefined;
      const forced = this.#edges.findIndex(
        ([u, v], edge) =>
          state[edge] === OPEN && (openCount[u] === missing[u] || openCount[v] === missing[v]),
      );
      if (forced === -1) return { missing, openCount, isComplete: false };
      state[forced] = TAKEN;
    }
  }

  /**
   * Drops the open edges that would close a cycle, exceed a degree, or shut two components off from
   * the others; counts those left at each vertex. Undefined where they are too few.
   */
  #dropUseless(
    state: Uint8Array,
    components: UnionFind,
    missing: readonly number[],
  ): number[] | undefined {
    const capacity = new Array<number>(this.#vertexCount).fill(0);
    for (const [vertex, count] of missing.entries()) capacity[components.find(vertex)] += count;
    const openCount = new Array<number>(this.#vertexCount).fill(0);
    const reachable = new UnionFind(this.#vertexCount);
    for (const [edge, [u, v]] of this.#edges.entries()) {
      if (state[edge] === DROPPED) continue;
      if (state[edge] === OPEN) {
        const [a, b] = [components.find(u), components.find(v)];
        const shutsOff = components.count > 2 && capacity[a] + capacity[b] === 2;
        if (a === b || missing[u] === 0 || missing[v] === 0 || shutsOff) {
          state[edge] = DROPPED;
          continue;
        }
        openCount[u]++;
        openCount[v]++;
      }
      reachable.unite(u, v);
    }
    const isEnough = openCount.every((count, vertex) => count >= missing[vertex]);
    return isEnough && reachable.count === 1 ? openCount : undefined;
  }

  /** An open edge of the vertex with the fewest edges to spare, to its neighbour with the fewest. */
  #tightestEdge(state: Uint8Array, { missing, openCount }: Closure): number {
    let best = -1;
    let least: readonly number[] = [];
    for (const [edge, [u, v]] of this.#edges.entries()) {
      if (state[edge] !== OPEN) continue;
      const slacks = [openCount[u] - missing[u], openCount[v] - missing[v]].sort((a, b) => a - b);
      const lead = best === -1 ? -1 : slacks[0] - least[0] || slacks[1] - least[1];
      if (lead < 0) [best, least] = [edge, slacks];
    }
    return best;
  }
}
