/** All colourings of so many vertices up to the names of the colours: all partitions into classes. */
export function* colourings(vertexCount: number): Generator<number[]> {
  if (vertexCount === 0) return yield [];
  for (const start of colourings(vertexCount - 1)) {
    const fresh = Math.max(-1, ...start) + 1;
    for (let colour = 0; colour <= fresh; colour++) yield [...start, colour];
  }
}
