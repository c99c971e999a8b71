/** An edge with its weight, a positive integer. */
type WeightedEdge = readonly [u: number, v: number, weight: number];

const FREE = -1;
const OUTER = 0;
const INNER = 1;

/**
 * A matching of greatest total weight in a general graph, as the partner of each vertex, −1 for none.
 * Edmonds' primal-dual method (1965) with blossoms, the least slack to each blossom kept (Gabow
 * 1976): O(V³). In here vertices count from 1, blossoms follow them, and 0 stands for none.
 */
export function maximumWeightMatching(
  vertexCount: number,
  edges: readonly WeightedEdge[],
): number[] {
  const n = vertexCount;
  const size = n + Math.floor(n / 2) + 2;
  const weight = new Float64Array((n + 1) * (n + 1));
  // The edge between two blossoms (or vertices) of least slack, by its vertices: 0 where none is.
  const tail = new Int32Array(size * size);
  const head = new Int32Array(size * size);
  for (const [u, v, value] of edges) {
    for (const [a, b] of [
      [u + 1, v + 1],
      [v + 1, u + 1],
    ]) {
      weight[a * (n + 1) + b] = value;
      tail[a * size + b] = a;
      head[a * size + b] = b;
    }
  }
  let used = n;
  const dual = new Float64Array(size).fill(
    Math.max(0, ...edges.map(([, , value]) => value)),
    1,
    n + 1,
  );
  const match = new Int32Array(size);
  const nearest = new Int32Array(size);
  const parent = new Int32Array(size);
  const outermost = Int32Array.from({ length: size }, (_, x) => (x <= n ? x : 0));
  const side = new Int8Array(size).fill(FREE);
  const mark = new Int32Array(size);
  /** For each blossom and vertex in it, the direct member that holds the vertex. */
  const memberWith = new Int32Array(size * (n + 1));
  for (let u = 1; u <= n; u++) memberWith[u * (n + 1) + u] = u;
  const members: number[][] = Array.from({ length: size }, () => []);
  let queue: number[] = [];
  let time = 0;

  const slackOf = (x: number, y: number) => {
    const [u, v] = [tail[x * size + y], head[x * size + y]];
    return dual[u] + dual[v] - 2 * weight[u * (n + 1) + v];
  };

  function offerNearest(u: number, x: number): void {
    if (nearest[x] === 0 || slackOf(u, x) < slackOf(nearest[x], x)) nearest[x] = u;
  }

  function findNearest(x: number): void {
    nearest[x] = 0;
    for (let u = 1; u <= n; u++) {
      if (tail[u * size + x] !== 0 && outermost[u] !== x && side[outermost[u]] === OUTER) {
        offerNearest(u, x);
      }
    }
  }

  function enqueue(x: number): void {
    if (x <= n) queue.push(x);
    else for (const member of members[x]) enqueue(member);
  }

  function setOutermost(x: number, blossom: number): void {
    outermost[x] = blossom;
    for (const member of members[x]) setOutermost(member, blossom);
  }

  /** Turns the cycle of a blossom so that the member lies an even number of steps from its base. */
  function evenPlace(blossom: number, member: number): number {
    const cycle = members[blossom];
    const place = cycle.indexOf(member);
    if (place % 2 === 0) return place;
    members[blossom] = [cycle[0], ...cycle.slice(1).reverse()];
    return cycle.length - place;
  }

  function setMatch(x: number, y: number): void {
    match[x] = head[x * size + y];
    if (x <= n) return;
    const base = memberWith[x * (n + 1) + tail[x * size + y]];
    const place = evenPlace(x, base);
    for (let at = 0; at < place; at++) setMatch(members[x][at], members[x][at ^ 1]);
    setMatch(base, y);
    members[x] = [...members[x].slice(place), ...members[x].slice(0, place)];
  }

  function augment(from: number, to: number): void {
    let [x, y] = [from, to];
    for (;;) {
      const next = outermost[match[x]];
      setMatch(x, y);
      if (next === 0) return;
      const above = outermost[parent[next]];
      setMatch(next, above);
      [x, y] = [above, next];
    }
  }

  function commonAncestor(first: number, second: number): number {
    time++;
    for (let [x, y] = [first, second]; x !== 0 || y !== 0; [x, y] = [y, x]) {
      if (x === 0) continue;
      if (mark[x] === time) return x;
      mark[x] = time;
      x = outermost[match[x]];
      if (x !== 0) x = outermost[parent[x]];
    }
    return 0;
  }

  function addBlossom(x: number, base: number, y: number): void {
    let blossom = n + 1;
    while (blossom <= used && outermost[blossom] !== 0) blossom++;
    used = Math.max(used, blossom);
    dual[blossom] = 0;
    side[blossom] = OUTER;
    match[blossom] = match[base];
    const climb = (start: number) => {
      const steps: number[] = [];
      for (let at = start; at !== base; at = outermost[parent[steps[steps.length - 1]]]) {
        const mate = outermost[match[at]];
        steps.push(at, mate);
        enqueue(mate);
      }
      return steps;
    };
    members[blossom] = [base, ...climb(x).reverse(), ...climb(y)];
    setOutermost(blossom, blossom);
    for (let other = 1; other <= used; other++) {
      tail[blossom * size + other] = 0;
      tail[other * size + blossom] = 0;
    }
    memberWith.fill(0, blossom * (n + 1), (blossom + 1) * (n + 1));
    for (const member of members[blossom]) {
      for (let other = 1; other <= used; other++) {
        if (tail[member * size + other] === 0) continue;
        const isBetter =
          tail[blossom * size + other] === 0 || slackOf(member, other) < slackOf(blossom, other);
        if (!isBetter) continue;
        tail[blossom * size + other] = tail[member * size + other];
        head[blossom * size + other] = head[member * size + other];
        tail[other * size + blossom] = tail[other * size + member];
        head[other * size + blossom] = head[other * size + member];
      }
      for (let vertex = 1; vertex <= n; vertex++) {
        if (memberWith[member * (n + 1) + vertex] !== 0) {
          memberWith[blossom * (n + 1) + vertex] = member;
        }
      }
    }
    findNearest(blossom);
  }

  function expandBlossom(blossom: number): void {
    for (const member of members[blossom]) setOutermost(member, member);
    const entry = memberWith[blossom * (n + 1) + tail[blossom * size + parent[blossom]]];
    const place = evenPlace(blossom, entry);
    const cycle = members[blossom];
    for (let at = 0; at < place; at += 2) {
      const [inner, outer] = [cycle[at], cycle[at + 1]];
      parent[inner] = tail[outer * size + inner];
      side[inner] = INNER;
      side[outer] = OUTER;
      nearest[inner] = 0;
      findNearest(outer);
      enqueue(outer);
    }
    side[entry] = INNER;
    parent[entry] = parent[blossom];
    for (const member of cycle.slice(place + 1)) {
      side[member] = FREE;
      findNearest(member);
    }
    outermost[blossom] = 0;
    members[blossom] = [];
  }

  /** Follows a tight edge; true if it completes an augmenting path, which is then used. */
  function follow(u: number, v: number): boolean {
    const [x, y] = [outermost[u], outermost[v]];
    if (side[y] === FREE) {
      parent[y] = u;
      side[y] = INNER;
      const mate = outermost[match[y]];
      nearest[y] = 0;
      nearest[mate] = 0;
      side[mate] = OUTER;
      enqueue(mate);
    } else if (side[y] === OUTER) {
      const base = commonAncestor(x, y);
      if (base === 0) {
        augment(x, y);
        augment(y, x);
        return true;
      }
      addBlossom(x, base, y);
    }
    return false;
  }

  const isOutermost = (x: number) => outermost[x] === x;

  /** One more edge in the matching; false once the duals prove that more would weigh less. */
  function grow(): boolean {
    side.fill(FREE);
    nearest.fill(0);
    queue = [];
    for (let x = 1; x <= used; x++) {
      if (!isOutermost(x) || match[x] !== 0) continue;
      parent[x] = 0;
      side[x] = OUTER;
      enqueue(x);
    }
    if (queue.length === 0) return false;
    for (;;) {
      for (const u of queue) {
        if (side[outermost[u]] === INNER) continue;
        for (let v = 1; v <= n; v++) {
          if (tail[u * size + v] === 0 || outermost[u] === outermost[v]) continue;
          if (slackOf(u, v) > 0) offerNearest(u, outermost[v]);
          else if (follow(u, v)) return true;
        }
      }
      queue = [];
      if (!changeDuals()) return false;
      for (let x = 1; x <= used; x++) {
        if (!isOutermost(x) || nearest[x] === 0 || outermost[nearest[x]] === x) continue;
        if (slackOf(nearest[x], x) > 0) continue;
        const at = nearest[x] * size + x;
        if (follow(tail[at], head[at])) return true;
      }
      for (let x = n + 1; x <= used; x++) {
        if (isOutermost(x) && side[x] === INNER && dual[x] === 0) expandBlossom(x);
      }
    }
  }

  /** Moves the duals until an edge becomes tight; false if a free vertex's dual would reach 0. */
  function changeDuals(): boolean {
    let step = Number.POSITIVE_INFINITY;
    for (let x = 1; x <= used; x++) {
      if (!isOutermost(x)) continue;
      if (x > n && side[x] === INNER) step = Math.min(step, dual[x] / 2);
      if (nearest[x] === 0 || side[x] === INNER) continue;
      step = Math.min(step, slackOf(nearest[x], x) / (side[x] === FREE ? 1 : 2));
    }
    for (let u = 1; u <= n; u++) {
      const at = side[outermost[u]];
      if (at === OUTER) {
        if (dual[u] <= step) return false;
        dual[u] -= step;
      } else if (at === INNER) dual[u] += step;
    }
    for (let x = n + 1; x <= used; x++) {
      if (isOutermost(x) && side[x] !== FREE) dual[x] += side[x] === OUTER ? 2 * step : -2 * step;
    }
    return true;
  }

  while (grow());
  return Array.from({ length: n }, (_, vertex) => match[vertex + 1] - 1);
}
