/** Sets by the elements 0..elementCount−1 that each covers, and what each set costs (above 0). */
export interface CoverProblem {
  readonly elementCount: number;
  readonly sets: readonly (readonly number[])[];
  readonly costs: readonly number[];
}

/**
 * The indices, ascending, of sets of least total cost that cover all elements (weighted set cover,
 * of which dominating sets and vertex covers are cases). Branch and bound: some set must cover the
 * open element with fewest allowed sets; each of them is tried in turn, and is forbidden after. A
 * branch is cut by a solution of the dual linear program: open elements are raised one after the
 * other as far as the costs left of their sets allow, and no cover costs less than the sum of the
 * raises. Exact; exponential at worst.
 * @returns undefined if no cover costs less than `limit`
 */
export function lightestCover(
  { elementCount, sets, costs }: CoverProblem,
  limit = Number.POSITIVE_INFINITY,
): number[] | undefined {
  const setsOf: number[][] = Array.from({ length: elementCount }, () => []);
  for (const [set, elements] of sets.entries()) {
    for (const element of elements) setsOf[element].push(set);
  }
  const coverage = new Int32Array(elementCount);
  const allowed = Int32Array.from(setsOf, (covering) => covering.length);
  const isForbidden = new Uint8Array(sets.length);
  const chosen: number[] = [];
  let best: number[] | undefined;
  let bestCost = limit;

  function search(cost: number): void {
    const open: number[] = [];
    for (let element = 0; element < elementCount; element++) {
      if (coverage[element] === 0) open.push(element);
    }
    if (open.length === 0) {
      if (cost < bestCost) [best, bestCost] = [[...chosen], cost];
      return;
    }
    open.sort((a, b) => allowed[a] - allowed[b]);
    if (allowed[open[0]] === 0) return;
    const left = [...costs];
    let bound = cost;
    for (const element of open) {
      const options = setsOf[element].filter((set) => isForbidden[set] === 0);
      const raise = Math.min(...options.map((set) => left[set]));
      bound += raise;
      if (bound >= bestCost) return;
      for (const set of options) left[set] -= raise;
    }
    const tried = setsOf[open[0]].filter((set) => isForbidden[set] === 0);
    const gain = (set: number) => sets[set].filter((element) => coverage[element] === 0).length;
    const price = new Map(tried.map((set) => [set, costs[set] / gain(set)]));
    tried.sort((a, b) => (price.get(a) ?? 0) - (price.get(b) ?? 0));
    for (const set of tried) {
      chosen.push(set);
      for (const element of sets[set]) coverage[element]++;
      search(cost + costs[set]);
      for (const element of sets[set]) coverage[element]--;
      chosen.pop();
      forbid(set, 1);
    }
    for (const set of tried) forbid(set, 0);
  }

  function forbid(set: number, flag: 0 | 1): void {
    isForbidden[set] = flag;
    for (const element of sets[set]) allowed[element] += flag === 1 ? -1 : 1;
  }

  search(0);
  return best?.sort((a, b) => a - b);
}
