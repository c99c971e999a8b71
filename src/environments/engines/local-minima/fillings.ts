import { factorial } from "../../toolkit/numbers/binomials.ts";
import { kingNeighbourhoods } from "./neighbourhoods.ts";
import { countParts, PartTable } from "./parts.ts";

interface Superset {
  /** In ascending order. */
  readonly cells: readonly number[];
  readonly isAdded: boolean;
}

/**
 * In how many ways the numbers 1..height·width fill a grid so that the local minima (of 8 neighbours)
 * are exactly the marked cells, no two of which touch; cells are numbered row by row.
 *
 * Inclusion and exclusion over the supersets T of the marked cells in which no two touch: all of T
 * are local minima in a share g(T) of the fillings. T falls into parts whose neighbourhoods meet, and
 * g is the product of what the parts have. Exponential: parts and supersets double with each cell that
 * may be added, or that joins a part.
 * @param marked in ascending order
 * @param maxSets undefined beyond so many supersets, or parts
 */
export function countFillings(
  marked: readonly number[],
  height: number,
  width: number,
  maxSets: number,
): bigint | undefined {
  const around = kingNeighbourhoods(height, width);
  const supersets = supersetsOf(marked, around, maxSets);
  if (supersets === undefined) return undefined;
  const table = new PartTable(around, maxSets);
  const partings: (readonly number[])[] = [];
  for (const { cells } of supersets) {
    const parts = table.partsOf(cells);
    if (parts === undefined) return undefined;
    partings.push(parts);
  }
  return sumOfShares(supersets, partings, table, height * width);
}

/** The signed sum over supersets of (all cells)! times their parts' shares, those of all taken out. */
function sumOfShares(
  supersets: readonly Superset[],
  partings: readonly (readonly number[])[],
  table: PartTable,
  cellCount: number,
): bigint {
  const { sizes } = table;
  const orders = table.countOrders();
  const uses = new Int32Array(sizes.length);
  for (const parts of partings) for (const part of parts) uses[part]++;
  const common = partings[0].filter((part) => uses[part] === supersets.length);
  const others = partings.map((parts) => parts.filter((part) => uses[part] < supersets.length));
  const widest = Math.max(...others.map((parts) => totalSize(parts, sizes)));
  let sum = 0n;
  for (const [index, parts] of others.entries()) {
    const ways = parts.reduce((product, part) => product * orders[part], 1n);
    const fillings = ways * table.interleavings(widest, parts);
    sum += supersets[index].isAdded ? fillings : -fillings;
  }
  const beside = common.reduce((product, part) => product * orders[part], sum);
  const divisor = common.reduce(
    (product, part) => product * factorial(sizes[part]),
    factorial(widest),
  );
  return (beside * factorial(cellCount)) / divisor;
}

function totalSize(parts: readonly number[], sizes: readonly number[]): number {
  return parts.reduce((total, part) => total + sizes[part], 0);
}

/**
 * The supersets in which no two cells touch; undefined if there are more than `most`, or surely more
 * parts of them than that.
 */
function supersetsOf(
  marked: readonly number[],
  around: readonly (readonly number[])[],
  most: number,
): Superset[] | undefined {
  const blocked = new Int32Array(around.length);
  for (const cell of marked) for (const near of around[cell]) blocked[near]++;
  const free = [...around.keys()].filter((cell) => blocked[cell] === 0);
  // A part is begun before the parts of it, so that this many more may be begun than are kept.
  if (countParts([...marked, ...free], around, most + around.length) >= most + around.length) {
    return undefined;
  }
  const choices: (readonly number[])[] = [];
  const added: number[] = [];
  const extend = (from: number): boolean => {
    if (choices.length >= most) return false;
    choices.push([...added]);
    for (let index = from; index < free.length; index++) {
      const cell = free[index];
      if (blocked[cell] > 0) continue;
      for (const near of around[cell]) blocked[near]++;
      added.push(cell);
      const isWithin = extend(index + 1);
      added.pop();
      for (const near of around[cell]) blocked[near]--;
      if (!isWithin) return false;
    }
    return true;
  };
  if (!extend(0)) return undefined;
  return choices.map((extra) => ({
    cells: [...marked, ...extra].sort((a, b) => a - b),
    isAdded: extra.length % 2 === 0,
  }));
}
