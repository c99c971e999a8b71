/** An edge with its weight. */
type Arc = readonly [from: number, to: number, weight: number];

/**
 * The numbers of the edges of a minimum spanning arborescence: V − 1 edges of least total weight
 * along which the root reaches every vertex. Chu and Liu (1965), Edmonds (1967): the lightest edge
 * into each vertex is taken; cycles of these are contracted, the edges into them weighing what they
 * save less, and the same is done again. O(V E).
 * @returns undefined if the root does not reach every vertex
 */
export function minimumArborescence(
  vertexCount: number,
  arcs: readonly Arc[],
  root: number,
): number[] | undefined {
  const lightest = new Int32Array(vertexCount).fill(-1);
  for (const [index, [from, to, weight]] of arcs.entries()) {
    if (from === to || to === root) continue;
    if (lightest[to] === -1 || weight < arcs[lightest[to]][2]) lightest[to] = index;
  }
  if (lightest.some((index, vertex) => index === -1 && vertex !== root)) return undefined;
  const groupOf = new Int32Array(vertexCount).fill(-1);
  const seenFrom = new Int32Array(vertexCount).fill(-1);
  let groupCount = 0;
  let hasCycle = false;
  for (let start = 0; start < vertexCount; start++) {
    let vertex = start;
    while (vertex !== root && seenFrom[vertex] === -1) {
      seenFrom[vertex] = start;
      vertex = arcs[lightest[vertex]][0];
    }
    if (vertex === root || seenFrom[vertex] !== start || groupOf[vertex] !== -1) continue;
    hasCycle = true;
    for (let member = vertex; groupOf[member] === -1; member = arcs[lightest[member]][0]) {
      groupOf[member] = groupCount;
    }
    groupCount++;
  }
  if (!hasCycle) return [...lightest.filter((index) => index !== -1)];

  const cycleCount = groupCount;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (groupOf[vertex] === -1) groupOf[vertex] = groupCount++;
  }
  const outer: Arc[] = [];
  const numbers: number[] = [];
  for (const [index, [from, to, weight]] of arcs.entries()) {
    if (to === root || groupOf[from] === groupOf[to]) continue;
    const saved = groupOf[to] < cycleCount ? arcs[lightest[to]][2] : 0;
    outer.push([groupOf[from], groupOf[to], weight - saved]);
    numbers.push(index);
  }
  const chosen = minimumArborescence(groupCount, outer, groupOf[root])?.map((at) => numbers[at]);
  if (chosen === undefined) return undefined;
  const entered = new Set(chosen.map((index) => arcs[index][1]));
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (groupOf[vertex] < cycleCount && !entered.has(vertex)) chosen.push(lightest[vertex]);
  }
  return chosen;
}
