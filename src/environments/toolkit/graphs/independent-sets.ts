/** Vertices by any numbers, with their neighbours and in how many ways each can be taken. */
export interface ChoiceGraph {
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  readonly choices: ReadonlyMap<number, bigint>;
}

/**
 * Independent sets, the empty one included, each as often as its vertices can be taken: vertex after
 * vertex in the order of a search through each component, with the states of those that still have
 * neighbours to come. Fast where this frontier stays small, as in sparse graphs.
 */
export function independentSetsByFrontier({ neighbours, choices }: ChoiceGraph): bigint {
  const order = searchOrder(neighbours);
  const last = new Map<number, number>();
  for (const [index, vertex] of order.entries()) {
    for (const neighbour of neighbours.get(vertex) ?? []) last.set(neighbour, index);
  }
  // Which vertices with neighbours to come are taken, as a text → ways.
  let states = new Map([["", 1n]]);
  let frontier: number[] = [];
  for (const [index, vertex] of order.entries()) {
    const around = neighbours.get(vertex) ?? [];
    const next = new Map<string, bigint>();
    const kept = [...frontier, vertex].filter((other) => (last.get(other) ?? -1) > index);
    for (const [state, ways] of states) {
      const taken = new Set(frontier.filter((_, place) => state[place] === "1"));
      for (const takes of around.some((other) => taken.has(other)) ? [false] : [false, true]) {
        const now = takes ? new Set([...taken, vertex]) : taken;
        const after = kept.map((other) => (now.has(other) ? "1" : "0")).join("");
        const more = takes ? ways * (choices.get(vertex) ?? 0n) : ways;
        next.set(after, (next.get(after) ?? 0n) + more);
      }
    }
    states = next;
    frontier = kept;
  }
  return states.get("") ?? 0n;
}

/** All vertices, depth-first through each component. */
function searchOrder(neighbours: ChoiceGraph["neighbours"]): number[] {
  const order = new Set<number>();
  const stack = [...neighbours.keys()];
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    if (order.has(vertex)) continue;
    order.add(vertex);
    stack.push(...(neighbours.get(vertex) ?? []));
  }
  return [...order];
}

/** The same by branching: a vertex with most neighbours is left out or taken; parts are independent. */
export function independentSetsByBranching({ neighbours, choices }: ChoiceGraph): bigint {
  const count = (vertices: ReadonlySet<number>): bigint => {
    const degree = (vertex: number) =>
      (neighbours.get(vertex) ?? []).filter((other) => vertices.has(other)).length;
    let product = 1n;
    for (const part of componentsOf(vertices, neighbours)) {
      const busiest = [...part].reduce((best, vertex) =>
        degree(vertex) > degree(best) ? vertex : best,
      );
      const ways = choices.get(busiest) ?? 0n;
      if (degree(busiest) === 0) {
        product *= 1n + ways;
        continue;
      }
      const without = new Set([...part].filter((vertex) => vertex !== busiest));
      const around = new Set(neighbours.get(busiest) ?? []);
      const beside = new Set([...without].filter((vertex) => !around.has(vertex)));
      product *= count(without) + ways * count(beside);
    }
    return product;
  };
  return count(new Set(neighbours.keys()));
}

function componentsOf(
  vertices: ReadonlySet<number>,
  neighbours: ChoiceGraph["neighbours"],
): Set<number>[] {
  const components: Set<number>[] = [];
  const seen = new Set<number>();
  for (const start of vertices) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    for (const vertex of component) {
      seen.add(vertex);
      for (const other of neighbours.get(vertex) ?? [])
        if (vertices.has(other)) component.add(other);
    }
    components.push(component);
  }
  return components;
}
