import { toRows } from "../../toolkit/grids/cells.ts";
import { Random } from "../../toolkit/random/random.ts";

type Rows = readonly (readonly number[])[];

/** The cell in row x1, column y1 is less than that in row x2, column y2. */
export type Inequality = readonly [x1: number, y1: number, x2: number, y2: number];

const NODE_BUDGET = 100;

/**
 * A completion of a Latin square over 0..N − 1, its cells but the blank ones given, in which the
 * inequalities hold; there must be one. Sets of possible values as bits; propagation of rows, columns,
 * values with one place left in a line, and the bounds of inequalities; then a cell with the fewest
 * values, in random order, and a new start whenever a growing budget of nodes is spent.
 */
export function completeLatinSquare(
  matrix: Rows,
  inequalities: readonly Inequality[],
  blank: number,
): number[][] {
  const N = matrix.length;
  const all = (1n << BigInt(N)) - 1n;
  const start = matrix.flat().map((value) => (value === blank ? all : 1n << BigInt(value)));
  const pairs = inequalities.map(([x1, y1, x2, y2]) => [x1 * N + y1, x2 * N + y2] as const);
  const random = new Random("completion of a Latin square");

  function search(given: readonly bigint[], left: { nodes: number }): bigint[] | undefined {
    if (left.nodes-- <= 0) return undefined;
    const domains = [...given];
    if (!propagate(domains, N, pairs)) return undefined;
    let best: number[] = [];
    let [cell, offset] = [-1, random.integer(0, N * N - 1)];
    for (let step = 0; step < N * N; step++, offset = (offset + 1) % (N * N)) {
      const values = valuesOf(domains[offset]);
      if (values.length > 1 && (cell === -1 || values.length < best.length)) {
        [cell, best] = [offset, values];
      }
    }
    if (cell === -1) return domains;
    for (const value of random.shuffle(best)) {
      const found = search(domains.with(cell, 1n << BigInt(value)), left);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  for (let budget = NODE_BUDGET; ; budget *= 1.5) {
    const found = search(start, { nodes: budget });
    if (found === undefined) continue;
    return toRows(
      found.map((domain) => valuesOf(domain)[0]),
      N,
    );
  }
}

function valuesOf(domain: bigint): number[] {
  const values: number[] = [];
  for (let [rest, value] = [domain, 0]; rest > 0n; rest >>= 1n, value++) {
    if ((rest & 1n) === 1n) values.push(value);
  }
  return values;
}

const isSingle = (domain: bigint) => (domain & (domain - 1n)) === 0n;

/** Narrows the domains until nothing changes; false where a cell has no value left. */
function propagate(
  domains: bigint[],
  N: number,
  pairs: readonly (readonly [number, number])[],
): boolean {
  const all = (1n << BigInt(N)) - 1n;
  const indices = Array.from({ length: N }, (_, index) => index);
  const lines = indices.flatMap((i) => [
    indices.map((j) => i * N + j),
    indices.map((j) => j * N + i),
  ]);
  let changed = true;
  const narrow = (cell: number, allowed: bigint): boolean => {
    const next = domains[cell] & allowed;
    if (next !== domains[cell]) changed = true;
    domains[cell] = next;
    return next !== 0n;
  };
  while (changed) {
    changed = false;
    for (const line of lines) {
      let [once, twice, settled] = [0n, 0n, 0n];
      for (const cell of line) {
        twice |= once & domains[cell];
        once |= domains[cell];
        if (!isSingle(domains[cell])) continue;
        if ((settled & domains[cell]) !== 0n) return false;
        settled |= domains[cell];
      }
      if (once !== all) return false;
      const alone = once & ~twice;
      for (const cell of line) {
        if (isSingle(domains[cell])) continue;
        if (!narrow(cell, all & ~settled)) return false;
        const own = domains[cell] & alone;
        if (own !== 0n && (!isSingle(own) || !narrow(cell, own))) return false;
      }
    }
    for (const [less, more] of pairs) {
      const lowest = domains[less] & -domains[less];
      if (!narrow(more, all & ~((lowest << 1n) - 1n))) return false;
      const length = domains[more].toString(2).length;
      if (!narrow(less, (1n << BigInt(length - 1)) - 1n)) return false;
    }
  }
  return true;
}
