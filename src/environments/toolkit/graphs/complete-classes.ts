import { lowestBit, popCount } from "../numbers/bits.ts";

/**
 * The vertices split into `count` independent sets so that an edge joins every two of them (a
 * complete colouring); undefined if they cannot be. Class by class: of the vertices left, that with
 * fewest possible classes is given each of them in turn. A class must meet all classes chosen, must
 * have enough neighbours left to meet the classes to come, and must leave edges and vertices enough to
 * these. Exact; exponential at worst, but quick where classes are small, for there are few of them.
 * @param neighbours for each vertex, of at most 32, the set of those that it is joined with
 * @param vertices the vertices to split, as a set
 * @param largest how many vertices a class may have
 */
export function completeClasses(
  neighbours: Int32Array,
  vertices: number,
  count: number,
  largest: number,
): readonly number[] | undefined {
  const sets: number[] = [];
  /** For each set, the neighbours of its vertices. */
  const around: number[] = [];
  const collect = (members: number, near: number, open: number) => {
    if (members !== 0 && popCount(near) >= count - 1) {
      sets.push(members);
      around.push(near);
    }
    if (popCount(members) === largest) return;
    for (let rest = open; rest !== 0; rest &= rest - 1) {
      const vertex = lowestBit(rest);
      const later = rest & (rest - 1) & ~neighbours[vertex];
      collect(members | (1 << vertex), near | neighbours[vertex], later);
    }
  };
  collect(0, 0, vertices);
  return search(vertices, count, Int32Array.from(sets.keys()), [], []);

  function countEdges(set: number): number {
    let ends = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      ends += popCount(neighbours[lowestBit(rest)] & set);
    }
    return ends / 2;
  }

  /** So many classes more out of the candidates, which cover what is left. */
  function search(
    left: number,
    classes: number,
    candidates: Int32Array,
    chosen: readonly number[],
    metBy: readonly number[],
  ): readonly number[] | undefined {
    if (classes === 0) return left === 0 ? chosen : undefined;
    if (metBy.some((near) => popCount(near & left) < classes)) return undefined;
    const latest = chosen[chosen.length - 1];
    const later = classes - 1;
    const spare = countEdges(left) - (later * (later - 1)) / 2;
    const open = candidates.filter(
      (at) => (sets[at] & ~left) === 0 && (latest === undefined || (around[at] & latest) !== 0),
    );
    const singles = open.filter((at) => (sets[at] & (sets[at] - 1)) === 0).length;
    const most = popCount(left) - 2 * later + singles;
    const choices = new Int32Array(32);
    const degrees = neighbours.map((near) => popCount(near & left));
    const fitting = open.filter((at) => {
      const set = sets[at];
      if (popCount(around[at] & left) < later || popCount(set) > most) return false;
      let spent = 0;
      for (let bits = set; bits !== 0; bits &= bits - 1) spent += degrees[lowestBit(bits)];
      if (spent > spare) return false;
      for (let bits = set; bits !== 0; bits &= bits - 1) choices[lowestBit(bits)]++;
      return true;
    });
    let pivot = -1;
    for (let bits = left; bits !== 0; bits &= bits - 1) {
      const vertex = lowestBit(bits);
      if (pivot === -1 || choices[vertex] < choices[pivot]) pivot = vertex;
    }
    if (choices[pivot] === 0) return undefined;
    for (const at of fitting) {
      const set = sets[at];
      if (((set >>> pivot) & 1) === 0) continue;
      const more = [...metBy, around[at]];
      const found = search(left & ~set, later, fitting, [...chosen, set], more);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
