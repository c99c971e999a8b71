import { PriorityQueue } from "../sequences/priority-queue.ts";

/** A flow and what it costs. */
export interface PricedFlow {
  readonly flow: number;
  readonly cost: number;
}

/**
 * A directed network whose edges have finite non-negative capacities and integer costs, possibly
 * negative, but no directed cycle of negative cost. Edges are numbered in the order of their addition.
 */
export class MinimumCostNetwork {
  // Arc 2e is edge e, arc 2e + 1 its reverse: arc ^ 1 is the other direction of an arc.
  readonly #arcs: number[][];
  readonly #head: number[] = [];
  readonly #residual: number[] = [];
  readonly #cost: number[] = [];
  #hasNegativeCost = false;

  constructor(vertexCount: number) {
    this.#arcs = Array.from({ length: vertexCount }, () => []);
  }

  /** Adds an edge and returns its number. */
  addEdge(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#head.length;
    this.#head.push(to, from);
    this.#residual.push(capacity, 0);
    this.#cost.push(cost, -cost);
    this.#arcs[from].push(arc);
    this.#arcs[to].push(arc + 1);
    if (cost < 0) this.#hasNegativeCost = true;
    return arc / 2;
  }

  /** How much flows through an edge. */
  flowThrough(edge: number): number {
    return this.#residual[2 * edge + 1];
  }

  /**
   * Sends a maximum flow, or one of `limit` if that is less, at least cost; once a network. Shortest
   * paths are augmented, all of one length together as far as a depth-first search finds them
   * (primal-dual): Dijkstra with potentials, after Bellman and Ford where costs are negative.
   * O(V E + flow · E log V).
   */
  send(source: number, sink: number, limit = Number.POSITIVE_INFINITY): PricedFlow {
    const potential = this.#initialPotential(source);
    let [flow, cost] = [0, 0];
    while (flow < limit) {
      const distance = this.#reducedDistances(source, potential);
      if (distance[sink] === Number.POSITIVE_INFINITY) break;
      for (let vertex = 0; vertex < potential.length; vertex++) {
        potential[vertex] += Math.min(distance[vertex], distance[sink]);
      }
      const sent = this.#augmentTight(source, sink, limit - flow, potential);
      flow += sent;
      cost += sent * (potential[sink] - potential[source]);
    }
    return { flow, cost };
  }

  /** Distances by cost: 0 everywhere if no cost is negative, else queued Bellman-Ford. */
  #initialPotential(source: number): Float64Array {
    const distance = new Float64Array(this.#arcs.length);
    if (!this.#hasNegativeCost) return distance;
    distance.fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    const isQueued = new Uint8Array(this.#arcs.length);
    const queue = [source];
    for (const vertex of queue) {
      isQueued[vertex] = 0;
      for (const arc of this.#arcs[vertex]) {
        const to = this.#head[arc];
        const length = distance[vertex] + this.#cost[arc];
        if (this.#residual[arc] <= 0 || length >= distance[to]) continue;
        distance[to] = length;
        if (isQueued[to] === 1) continue;
        isQueued[to] = 1;
        queue.push(to);
      }
    }
    // Vertices that are not reached now never are: any finite potential does.
    return distance.map((length) => (length === Number.POSITIVE_INFINITY ? 0 : length));
  }

  #reducedDistances(source: number, potential: Float64Array): Float64Array {
    const distance = new Float64Array(this.#arcs.length).fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    const queue = new PriorityQueue<number>();
    queue.push(source, 0);
    for (let key = queue.firstKey; key !== undefined; key = queue.firstKey) {
      const vertex = queue.pop();
      if (vertex === undefined || key > distance[vertex]) continue;
      for (const arc of this.#arcs[vertex]) {
        if (this.#residual[arc] <= 0) continue;
        const to = this.#head[arc];
        const length = key + this.#cost[arc] + potential[vertex] - potential[to];
        if (length >= distance[to]) continue;
        distance[to] = length;
        queue.push(to, length);
      }
    }
    return distance;
  }

  /** Augments paths of arcs of reduced cost 0, at least one; a vertex that led nowhere is left out. */
  #augmentTight(source: number, sink: number, limit: number, potential: Float64Array): number {
    const isSeen = new Uint8Array(this.#arcs.length);
    const next = new Int32Array(this.#arcs.length);
    let sent = 0;
    const path: number[] = [];
    let vertex = source;
    isSeen[source] = 1;
    while (sent < limit) {
      if (vertex === sink) {
        sent += this.#augment(path, limit - sent);
        for (const arc of path) isSeen[this.#head[arc]] = 0;
        path.length = 0;
        vertex = source;
        continue;
      }
      const arcs = this.#arcs[vertex];
      while (
        next[vertex] < arcs.length &&
        !this.#isTight(arcs[next[vertex]], vertex, isSeen, potential)
      ) {
        next[vertex]++;
      }
      if (next[vertex] < arcs.length) {
        const arc = arcs[next[vertex]];
        path.push(arc);
        vertex = this.#head[arc];
        isSeen[vertex] = 1;
      } else {
        const arc = path.pop();
        if (arc === undefined) return sent;
        vertex = this.#head[arc ^ 1];
      }
    }
    return sent;
  }

  #isTight(arc: number, from: number, isSeen: Uint8Array, potential: Float64Array): boolean {
    const to = this.#head[arc];
    return (
      isSeen[to] === 0 &&
      this.#residual[arc] > 0 &&
      this.#cost[arc] + potential[from] === potential[to]
    );
  }

  /** Sends as much as fits along a path of arcs, at most `limit`, and returns it. */
  #augment(path: readonly number[], limit: number): number {
    let amount = limit;
    for (const arc of path) amount = Math.min(amount, this.#residual[arc]);
    for (const arc of path) {
      this.#residual[arc] -= amount;
      this.#residual[arc ^ 1] += amount;
    }
    return amount;
  }
}
