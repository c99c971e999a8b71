import { lowestBit, popCount } from "../numbers/bits.ts";
import type { Edge } from "./adjacency.ts";
import { completeClasses } from "./complete-classes.ts";
import { maximumClique } from "./maximum-clique.ts";

/** Where no class can have more vertices, the search by classes is the quicker one, after so many steps of the other. */
const SMALL_CLASSES = 8;
const FIRST_STEPS = 2000;

/**
 * A proper colouring in which every two colours meet on some edge (a complete colouring), with as
 * many colours as possible (the achromatic number), counted from 0. The numbers of colours are tried
 * in turn, from the largest downwards that the edges have pairs for and a clique allows: the vertices
 * that are alone in their colour are a clique of vertices of sufficient degree, the others share a
 * colour at least in pairs. A search vertex by vertex finds most colourings at once; where it does
 * not, a search class by class finds one or shows that there is none. Exact; exponential at worst.
 * @param vertexCount at most 32, since sets of vertices are bits of an integer
 */
export function completeColouring(vertexCount: number, edges: readonly Edge[]): number[] {
  const neighbours = new Int32Array(vertexCount);
  for (const [u, v] of edges) {
    neighbours[u] |= 1 << v;
    neighbours[v] |= 1 << u;
  }
  const degrees = Array.from(neighbours, popCount);
  const order = [...degrees.keys()]
    .filter((vertex) => degrees[vertex] > 0)
    .sort((u, v) => degrees[v] - degrees[u]);
  let count = 1;
  while ((count * (count + 1)) / 2 <= edges.length) count++;
  for (; count > 1; count--) {
    const singles = order.filter((vertex) => degrees[vertex] >= count - 1);
    const clique = maximumClique(
      singles.map((u) => Uint8Array.from(singles, (v) => (neighbours[u] >>> v) & 1)),
    );
    if (clique.length + Math.floor((order.length - clique.length) / 2) < count) continue;
    const pairs = count - clique.length;
    const largest = order.length - clique.length - 2 * (pairs - 1);
    const steps = largest <= SMALL_CLASSES ? FIRST_STEPS : Number.POSITIVE_INFINITY;
    const colours =
      colourWith(count, neighbours, order, edges.length, steps) ??
      (steps === FIRST_STEPS ? colourByClasses(count, neighbours, order, largest) : undefined);
    // Vertices without edges may have any colour that is used.
    if (colours !== undefined) return colours.map((colour) => Math.max(0, colour));
  }
  return new Array<number>(vertexCount).fill(0);
}

function colourByClasses(
  count: number,
  neighbours: Int32Array,
  order: readonly number[],
  largest: number,
): number[] | undefined {
  const vertices = order.reduce((set, vertex) => set | (1 << vertex), 0);
  const classes = completeClasses(neighbours, vertices, count, largest);
  if (classes === undefined) return undefined;
  return Array.from(neighbours, (_, vertex) =>
    classes.findIndex((members) => ((members >>> vertex) & 1) === 1),
  );
}

/**
 * A complete colouring of the vertices in `order` with so many colours; undefined if there is none,
 * or none is found in so many steps. Backtracking over the vertices, over the colours in use and one new one, those first that make most new pairs.
 */
function colourWith(
  count: number,
  neighbours: Int32Array,
  order: readonly number[],
  edgeCount: number,
  maxSteps: number,
): number[] | undefined {
  let steps = 0;
  const colours = new Array<number>(neighbours.length).fill(-1);
  /** For each colour, its vertices' neighbours and the colours that it meets. */
  const around = new Int32Array(count);
  const met = new Int32Array(count);
  const degreeSums = degreeSumsOf(order, neighbours);
  let undecided = 0;
  for (const vertex of order) undecided |= 1 << vertex;
  /** Edges between undecided vertices. */
  let open = edgeCount;
  let missing = (count * (count - 1)) / 2;

  /**
   * Whether the vertices from a place on cannot complete the colouring. An open edge, or an undecided
   * neighbour of a colour, makes one new pair at most, for each colour no more than it lacks. What a
   * colour lacks beyond its undecided neighbours, further vertices of it must bring by their degrees.
   */
  function isHopeless(place: number, used: number): boolean {
    let hopes = open;
    let deficits = 0;
    let needed = 0;
    for (let colour = 0; colour < count; colour++) {
      const lacking = count - 1 - popCount(met[colour]);
      const chances = colour < used ? popCount(around[colour] & undecided) : 0;
      if (lacking < chances) {
        hopes += lacking;
        continue;
      }
      hopes += chances;
      const deficit = lacking - chances;
      if (deficit === 0 && colour < used) continue;
      deficits += deficit;
      needed += vertexNeed(place, deficit);
    }
    const left = order.length - place;
    return (
      needed > left || hopes < missing || deficits > degreeSums[order.length] - degreeSums[place]
    );
  }

  /** How many of the vertices from a place on (by descending degree) it takes at least to have so many neighbours. */
  function vertexNeed(place: number, degree: number): number {
    let end = place + 1;
    while (end < order.length && degreeSums[end] - degreeSums[place] < degree) end++;
    return end - place;
  }

  /** Notes that a colour meets some others, or takes it back. */
  function toggle(colour: number, others: number): void {
    met[colour] ^= others;
    for (let rest = others; rest !== 0; rest &= rest - 1) met[lowestBit(rest)] ^= 1 << colour;
  }

  function search(place: number, used: number): boolean {
    if (place === order.length) return missing === 0;
    if (++steps > maxSteps || isHopeless(place, used)) return false;
    const vertex = order[place];
    const bit = 1 << vertex;
    undecided &= ~bit;
    let seen = 0;
    const wasOpen = open;
    open -= popCount(neighbours[vertex] & undecided);
    for (let rest = neighbours[vertex] & ~undecided; rest !== 0; rest &= rest - 1) {
      seen |= 1 << colours[lowestBit(rest)];
    }
    const choices: number[] = [];
    for (let colour = 0; colour <= used && colour < count; colour++) {
      if ((seen & (1 << colour)) === 0) choices.push(colour);
    }
    const gain = (colour: number) => popCount(seen & ~met[colour]);
    choices.sort((a, b) => gain(b) - gain(a));
    for (const colour of choices) {
      const fresh = seen & ~met[colour];
      const aroundBefore = around[colour];
      around[colour] |= neighbours[vertex];
      toggle(colour, fresh);
      missing -= popCount(fresh);
      colours[vertex] = colour;
      if (search(place + 1, Math.max(used, colour + 1))) return true;
      colours[vertex] = -1;
      missing += popCount(fresh);
      toggle(colour, fresh);
      around[colour] = aroundBefore;
    }
    open = wasOpen;
    undecided |= bit;
    return false;
  }

  return search(0, 0) ? colours : undefined;
}

/** The sums of the degrees of the first 0, 1, … vertices of an order. */
function degreeSumsOf(order: readonly number[], neighbours: Int32Array): number[] {
  const sums = [0];
  for (const vertex of order) sums.push(sums[sums.length - 1] + popCount(neighbours[vertex]));
  return sums;
}
