/** Masks of 31 bits hold the coordinates along an axis. */
export const LONGEST_SIDE = 30;

/** A cell of a box, each coordinate below `LONGEST_SIDE`. */
export type Cell = readonly [x: number, y: number, z: number];

/** Per axis, coordinates of planes across it. */
type Planes = readonly (readonly number[])[];

/**
 * The fewest planes that hold all cells: a sub-box may be replaced by as many planes as it costs.
 * The layers along the axis with the fewest occupied ones are chosen or not, the fullest first; the
 * cells of those that are not chosen are edges of a bipartite graph of the other two axes, which
 * needs as many planes as its maximum matching has edges (Kőnig). The matching is augmented along
 * the search, which is cut where it cannot beat the best. O(2^layers · side³) at worst.
 */
export function fewestPlanes(cells: readonly Cell[]): Planes {
  const occupied = [0, 1, 2].map((axis) => new Set(cells.map((cell) => cell[axis])));
  const axis = [0, 1, 2].reduce((a, b) => (occupied[b].size < occupied[a].size ? b : a));
  const [rowAxis, columnAxis] = [0, 1, 2].filter((other) => other !== axis);
  const layers = [...occupied[axis]]
    .map((at) => ({ at, cells: cells.filter((cell) => cell[axis] === at) }))
    .sort((a, b) => b.cells.length - a.cells.length);

  let best = { size: layers.length, chosen: layers.map(({ at }) => at), graph: emptyGraph() };
  const chosen: number[] = [];
  search(0, emptyGraph());
  const planes = [0, 1, 2].map((): number[] => []);
  planes[axis] = best.chosen;
  [planes[rowAxis], planes[columnAxis]] = vertexCover(best.graph);
  return planes;

  function search(depth: number, graph: Matched): void {
    const size = chosen.length + graph.size;
    if (size >= best.size) return;
    if (depth === layers.length) {
      best = { size, chosen: [...chosen], graph };
      return;
    }
    const layer = layers[depth];
    const edges = layer.cells.map((cell) => [cell[rowAxis], cell[columnAxis]] as const);
    search(depth + 1, withEdges(graph, edges));
    chosen.push(layer.at);
    search(depth + 1, graph);
    chosen.pop();
  }
}

/** A bipartite graph, the columns next to a row as a bit mask, with a maximum matching. */
interface Matched {
  readonly next: Int32Array;
  /** The row matched with each column, −1 for none. */
  readonly rowOf: Int8Array;
  readonly isMatched: Uint8Array;
  readonly size: number;
}

function emptyGraph(): Matched {
  return {
    next: new Int32Array(LONGEST_SIDE),
    rowOf: new Int8Array(LONGEST_SIDE).fill(-1),
    isMatched: new Uint8Array(LONGEST_SIDE),
    size: 0,
  };
}

/** A copy with further edges, its matching augmented from every row that is not matched yet. */
function withEdges(graph: Matched, edges: readonly (readonly [number, number])[]): Matched {
  const next = graph.next.slice();
  const rowOf = graph.rowOf.slice();
  const isMatched = graph.isMatched.slice();
  for (const [row, column] of edges) next[row] |= 1 << column;
  let size = graph.size;
  let seen = 0;
  const augment = (row: number): boolean => {
    for (;;) {
      const open = next[row] & ~seen;
      if (open === 0) return false;
      const column = 31 - Math.clz32(open);
      seen |= 1 << column;
      if (rowOf[column] !== -1 && !augment(rowOf[column])) continue;
      rowOf[column] = row;
      return true;
    }
  };
  for (let row = 0; row < LONGEST_SIDE; row++) {
    if (isMatched[row] === 1 || next[row] === 0) continue;
    seen = 0;
    if (!augment(row)) continue;
    isMatched[row] = 1;
    size++;
  }
  return { next, rowOf, isMatched, size };
}

/**
 * A minimum vertex cover, rows and columns: of what alternating paths from unmatched rows reach, the
 * columns, and the matched rows that none reaches (Kőnig).
 */
function vertexCover({ next, rowOf, isMatched }: Matched): [rows: number[], columns: number[]] {
  const indices = Array.from({ length: LONGEST_SIDE }, (_, index) => index);
  let columns = 0;
  const reached = indices.filter((row) => isMatched[row] === 0 && next[row] !== 0);
  for (const row of reached) {
    for (const column of indices) {
      if (((next[row] & ~columns) >> column) % 2 === 0) continue;
      columns |= 1 << column;
      reached.push(rowOf[column]);
    }
  }
  return [
    indices.filter((row) => isMatched[row] === 1 && !reached.includes(row)),
    indices.filter((column) => ((columns >> column) & 1) === 1),
  ];
}
