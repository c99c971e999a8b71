/** Two vertices as an edge is stored, the smaller one first. */
export function toEdge(u: number, v: number): [number, number] {
  return u < v ? [u, v] : [v, u];
}

/** All pairs [u, v] of 0..vertexCount − 1 with u < v, in ascending order. */
export function allPairs(vertexCount: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let u = 0; u < vertexCount; u++) {
    for (let v = u + 1; v < vertexCount; v++) pairs.push([u, v]);
  }
  return pairs;
}
