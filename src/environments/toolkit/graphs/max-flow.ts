/**
 * A directed network whose edges have non-negative capacities, possibly Infinity; some edge of every
 * path from source to sink must be finite. Edges are numbered in the order of their addition.
 */
export class FlowNetwork {
  readonly #vertexCount: number;
  // Arc 2e is edge e, arc 2e + 1 its reverse: arc ^ 1 is the other direction of an arc.
  readonly #head: number[] = [];
  readonly #residual: number[] = [];
  /** The arcs out of each vertex, in the order of their addition; made anew when edges were added. */
  #arcs = { firsts: new Int32Array(1), list: new Int32Array(0) };

  constructor(vertexCount: number) {
    this.#vertexCount = vertexCount;
  }

  /** Adds an edge and returns its number. */
  addEdge(from: number, to: number, capacity: number): number {
    const arc = this.#head.length;
    this.#head.push(to, from);
    this.#residual.push(capacity, 0);
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
    this.#listArcs();
    let total = 0;
    for (;;) {
      const distance = this.#distances(sink, source, 1);
      if (distance[source] === -1) return total;
      total += this.#blockingFlow(source, sink, distance);
    }
  }

  /**
   * Which vertices the residual network reaches from one: 1 each, else 0. From the source of a
   * maximum flow, this is the source's side of a minimum cut.
   */
  reachableFrom(vertex: number): Uint8Array {
    this.#listArcs();
    const distance = this.#distances(vertex, -1, 0);
    return Uint8Array.from(distance, (distance) => (distance === -1 ? 0 : 1));
  }

  #listArcs(): void {
    if (this.#arcs.list.length === this.#head.length) return;
    const firsts = new Int32Array(this.#vertexCount + 1);
    for (const [arc] of this.#head.entries()) firsts[this.#head[arc ^ 1] + 1]++;
    for (let vertex = 0; vertex < this.#vertexCount; vertex++) firsts[vertex + 1] += firsts[vertex];
    const ends = firsts.slice();
    const list = new Int32Array(this.#head.length);
    for (const [arc] of this.#head.entries()) list[ends[this.#head[arc ^ 1]]++] = arc;
    this.#arcs = { firsts, list };
  }

  /**
   * Distances in the residual network, −1 where there is no path: breadth-first, no farther than
   * to `last`.
   * @param reversed 0 for distances from `start`, 1 for distances to it
   */
  #distances(start: number, last: number, reversed: 0 | 1): Int32Array {
    const { firsts, list } = this.#arcs;
    const distance = new Int32Array(this.#vertexCount).fill(-1);
    const queue = new Int32Array(this.#vertexCount);
    distance[start] = 0;
    queue[0] = start;
    let length = 1;
    for (let at = 0; at < length && distance[last] !== distance[queue[at]]; at++) {
      const vertex = queue[at];
      for (let index = firsts[vertex]; index < firsts[vertex + 1]; index++) {
        const to = this.#head[list[index]];
        if (distance[to] !== -1 || this.#residual[list[index] ^ reversed] <= 0) continue;
        distance[to] = distance[vertex] + 1;
        queue[length++] = to;
      }
    }
    return distance;
  }

  /** Saturates every shortest path: depth-first, each vertex remembering the arcs left to try. */
  #blockingFlow(source: number, sink: number, distance: Int32Array): number {
    const { firsts, list } = this.#arcs;
    const next = firsts.slice();
    const path: number[] = [];
    let vertex = source;
    let total = 0;
    for (;;) {
      if (vertex === sink) {
        total += this.#augment(path);
        // The way to the first arc that is full now is still the one to go.
        path.length = path.findIndex((arc) => this.#residual[arc] <= 0);
        vertex = path.length === 0 ? source : this.#head[path[path.length - 1]];
      }
      const nearer = distance[vertex] - 1;
      while (
        next[vertex] < firsts[vertex + 1] &&
        (distance[this.#head[list[next[vertex]]]] !== nearer ||
          this.#residual[list[next[vertex]]] <= 0)
      ) {
        next[vertex]++;
      }
      if (next[vertex] < firsts[vertex + 1]) {
        const arc = list[next[vertex]];
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
