import type { Edge } from "./adjacency.ts";

/** A rooted spanning tree by the parent of each vertex, −1 for the root. */
export interface DepthWeightedTree {
  readonly root: number;
  readonly parent: readonly number[];
  /** The sum over all vertices but the root of depth times weight of the edge to the parent. */
  readonly cost: number;
}

/**
 * A rooted spanning tree of least cost, where the edge to a vertex's parent counts as often as the
 * vertex is deep; of a connected simple graph of at most 25 vertices with weights from 0.
 *
 * Vertices join in layers: those of layer l pay l times their cheapest edge to the layers before. (A
 * parent in an earlier layer than the last only means that the tree costs less still.) Branch and
 * bound: a vertex costs at least l times its cheapest edge so far, or l + 1 times its cheapest edge
 * at all. Where joining now is no dearer it joins now; only for the others both is tried. The least
 * cost of each set of vertices at each layer is kept. Exact; exponential at worst, some 20 ms for 23
 * vertices of any density.
 */
export function depthWeightedTree(vertexCount: number, edges: readonly Edge[]): DepthWeightedTree {
  const weights = Array.from({ length: vertexCount }, () =>
    new Array<number>(vertexCount).fill(Number.POSITIVE_INFINITY),
  );
  for (const [u, v, weight] of edges) {
    weights[u][v] = weight;
    weights[v][u] = weight;
  }
  const greedy = weights.map((_, root) => greedyTree(weights, root));
  greedy.sort((a, b) => a.cost - b.cost);
  const search = new LayerSearch(weights, greedy[0]);
  for (const { root } of greedy) search.from(root);
  return search.best;
}

/** Always the vertex that joins at least cost. */
function greedyTree(weights: readonly (readonly number[])[], root: number): DepthWeightedTree {
  const parent = weights.map(() => -1);
  const depth = weights.map(() => 0);
  const isJoined = weights.map((_, vertex) => vertex === root);
  const joined = [root];
  let total = 0;
  while (joined.length < weights.length) {
    let [vertex, least] = [-1, Number.POSITIVE_INFINITY];
    for (const above of joined) {
      for (let other = 0; other < weights.length; other++) {
        const cost = (depth[above] + 1) * weights[above][other];
        if (cost >= least || isJoined[other]) continue;
        [vertex, least] = [other, cost];
        parent[other] = above;
      }
    }
    depth[vertex] = depth[parent[vertex]] + 1;
    isJoined[vertex] = true;
    joined.push(vertex);
    total += least;
  }
  return { root, parent, cost: total };
}

class LayerSearch {
  best: DepthWeightedTree;
  readonly #weights: readonly (readonly number[])[];
  readonly #cheapest: readonly number[];
  readonly #full: number;
  /** The least cost at which each set of vertices was reached, by set and number of layers. */
  readonly #reachedAt = new Map<number, number>();
  readonly #layers: number[] = [];

  constructor(weights: readonly (readonly number[])[], best: DepthWeightedTree) {
    this.#weights = weights;
    this.#cheapest = weights.map((row) => Math.min(...row));
    this.#full = 2 ** weights.length - 1;
    this.best = best;
  }

  from(root: number): void {
    this.#layers.push(1 << root);
    this.#extend(1 << root, [...this.#weights[root]], 0);
    this.#layers.pop();
  }

  /** @param near each vertex's cheapest edge to those that have joined */
  #extend(joined: number, near: readonly number[], cost: number): void {
    if (joined === this.#full) {
      if (cost < this.best.cost) this.best = this.#toTree(cost);
      return;
    }
    const depth = this.#layers.length;
    let bound = cost;
    let [forced, forcedCost] = [0, 0];
    const open: number[] = [];
    for (let vertex = 0; vertex < near.length; vertex++) {
      if ((joined & (1 << vertex)) !== 0) continue;
      const now = depth * near[vertex];
      const later = (depth + 1) * this.#cheapest[vertex];
      bound += Math.min(now, later);
      if (now <= later) {
        forced |= 1 << vertex;
        forcedCost += now;
      } else if (now < Number.POSITIVE_INFINITY) open.push(vertex);
    }
    const key = joined * 32 + depth;
    if (bound >= this.best.cost || (this.#reachedAt.get(key) ?? cost + 1) <= cost) return;
    this.#reachedAt.set(key, cost);

    const choose = (place: number, layer: number, layerCost: number, least: number): void => {
      if (least >= this.best.cost) return;
      if (place === open.length) {
        if (layer !== 0) this.#join(joined, near, layer, cost + layerCost);
        return;
      }
      const vertex = open[place];
      const now = depth * near[vertex];
      const extra = now - (depth + 1) * this.#cheapest[vertex];
      choose(place + 1, layer, layerCost, least);
      choose(place + 1, layer | (1 << vertex), layerCost + now, least + extra);
    };
    choose(0, forced, forcedCost, bound);
  }

  #join(joined: number, near: readonly number[], layer: number, cost: number): void {
    const next = [...near];
    for (let vertex = 0; vertex < next.length; vertex++) {
      if ((layer & (1 << vertex)) === 0) continue;
      const row = this.#weights[vertex];
      for (let other = 0; other < next.length; other++) {
        if (row[other] < next[other]) next[other] = row[other];
      }
    }
    this.#layers.push(layer);
    this.#extend(joined | layer, next, cost);
    this.#layers.pop();
  }

  #toTree(cost: number): DepthWeightedTree {
    const parent = this.#weights.map(() => -1);
    const [first, ...layers] = this.#layers;
    let joined = first;
    for (const layer of layers) {
      for (const vertex of members(layer)) {
        const row = this.#weights[vertex];
        parent[vertex] = members(joined).reduce((least, at) => (row[at] < row[least] ? at : least));
      }
      joined |= layer;
    }
    return { root: 31 - Math.clz32(first), parent, cost };
  }
}

/** The vertices of a set of bits. */
function members(set: number): number[] {
  const vertices: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) vertices.push(31 - Math.clz32(rest & -rest));
  return vertices;
}
