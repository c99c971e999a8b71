/**
 * A directed network whose edges have non-negative capacities, possibly Infinity; some edge of every
 * path from source to sink must be finite. Edges are numbered in the order of their addition.
 */
export class FlowNetwork {
  // Arc 2e is edge e, arc 2e + 1 its reverse: arc ^ 1 is the other direction of an arc.
  readonly #arcs: number[][];
  readonly #head: number[] = [];
  readonly #residual: number[] = [];

  constructor(vertexCount: number) {
    this.#arcs = Array.from({ length: vertexCount }, () => []);
  }

  /** Adds an edge and returns its number. */
  addEdge(from: number, to: number, capacity: number): number {
    const arc = this.#head.length;
    this.#head.push(to, from);
    this.#residual.push(capacity, 0);
    this.#arcs[from].push(arc);
    this.#arcs[to].push(arc + 1);
    return arc / 2;
  }

  /** How much flows through an edge. */
  flowThrough(edge: number): number {
    return this.#residual[2 * edge + 1];
  }

  /**
   * Raises the present flow (none at first) to a maximum one and returns by how much: Dinic,
   * O(V² E), O(E √V) where every vertex but the ends lets through one unit.
   */
  maximumFlow(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const distance = this.#distancesFrom(source);
      if (distance[sink] === -1) return total;
      total += this.#blockingFlow(source, sink, distance);
    }
  }

  /**
   * Which vertices the residual network reaches from one: 1 each, else 0. From the source of a
   * maximum flow, this is the source's side of a minimum cut.
   */
  reachableFrom(vertex: number): Uint8Array {
    return Uint8Array.from(this.#distancesFrom(vertex), (distance) => (distance === -1 ? 0 : 1));
  }

  /** Distances in the residual network, −1 where there is no path: breadth-first. */
  #distancesFrom(source: number): Int32Array {
    const distance = new Int32Array(this.#arcs.length).fill(-1);
    distance[source] = 0;
    const queue = [source];
    for (const vertex of queue) {
      for (const arc of this.#arcs[vertex]) {
        const to = this.#head[arc];
        if (distance[to] !== -1 || this.#residual[arc] <= 0) continue;
        distance[to] = distance[vertex] + 1;
        queue.push(to);
      }
    }
    return distance;
  }

  /** Saturates every shortest path: depth-first, each vertex remembering the arcs left to try. */
  #blockingFlow(source: number, sink: number, distance: Int32Array): number {
    const next = new Int32Array(this.#arcs.length);
    const path: number[] = [];
    let vertex = source;
    let total = 0;
    for (;;) {
      if (vertex === sink) {
        total += this.#augment(path);
        path.length = 0;
        vertex = source;
      }
      const arcs = this.#arcs[vertex];
      while (next[vertex] < arcs.length && !this.#isAdmissible(arcs[next[vertex]], distance)) {
        next[vertex]++;
      }
      if (next[vertex] < arcs.length) {
        const arc = arcs[next[vertex]];
        path.push(arc);
        vertex = this.#head[arc];
      } else {
        const arc = path.pop();
        if (arc === undefined) return total;
        vertex = this.#head[arc ^ 1];
        next[vertex]++;
      }
    }
  }

  #isAdmissible(arc: number, distance: Int32Array): boolean {
    return (
      this.#residual[arc] > 0 && distance[this.#head[arc]] === distance[this.#head[arc ^ 1]] + 1
    );
  }

  /** Sends as much as fits along a path of arcs, and returns it. */
  #augment(path: readonly number[]): number {
    let amount = Number.POSITIVE_INFINITY;
    for (const arc of path) amount = Math.min(amount, this.#residual[arc]);
    for (const arc of path) {
      this.#residual[arc] -= amount;
      this.#residual[arc ^ 1] += amount;
    }
    return amount;
  }
}
